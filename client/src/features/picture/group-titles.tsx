import { useMemo, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureAt } from './card';
import type { Group } from './folded-map';
import { regionsOf, type Region } from './regions';
import type { Scene } from './scene';
import { canvasMeasure } from './type-face';

/** As `groups.css` sets the names: in letters from the smallest to the largest, with room at both ends and for the sign. */
const [smallest, largest] = [12, 21];
const besideName = 24 + 8;

/** The largest letters in which a name is whole; only where the smallest are too large for that it is cut. */
function largestLetters({ group, nameRoom }: Region, measure: MeasureAt): number {
  const fitting = ((nameRoom - besideName) * largest) / measure(`−${group}`, largest, 'name');
  return Math.max(smallest, Math.min(largest, Math.floor(fitting * 4) / 4));
}

/** The names of groups on their regions; a press folds the group. */
export function GroupTitles({
  groups,
  scene,
  onFold,
}: {
  groups: readonly Group[];
  scene: Scene;
  onFold: (group: string) => void;
}) {
  const { t } = useTranslation();
  const [measure] = useState(canvasMeasure);
  const regions = useMemo(() => regionsOf(groups, scene.boxes), [groups, scene.boxes]);
  const sizes = new Map(groups.map(({ name, parties }) => [name, parties.length]));
  return regions.map((region) => {
    const { group, box, nameRoom } = region;
    const letters = { '--largest': `${largestLetters(region, measure)}px` } as CSSProperties;
    return (
      <button
        key={`${group} ${box.x} ${box.y}`}
        type="button"
        className="group-title"
        style={{ left: box.x, top: box.y, maxWidth: nameRoom, ...letters }}
        title={t('groups.fold', { group })}
        aria-label={t('groups.foldNamed', { group, count: sizes.get(group) ?? 0 })}
        onClick={() => onFold(group)}
      >
        <span aria-hidden="true">−</span>
        <span>{group}</span>
      </button>
    );
  });
}
