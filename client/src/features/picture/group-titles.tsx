import { useMemo, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group } from './folded-map';
import { largestLetters, regionsOf } from './regions';
import type { Scene } from './scene';
import { canvasMeasure } from './type-face';

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
