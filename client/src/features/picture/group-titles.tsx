import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group } from './folded-map';
import { regionsOf } from './regions';
import type { Scene } from './scene';

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
  const regions = useMemo(() => regionsOf(groups, scene.boxes), [groups, scene.boxes]);
  const sizes = new Map(groups.map(({ name, parties }) => [name, parties.length]));
  return regions.map(({ group, box }) => (
    <button
      key={`${group} ${box.x} ${box.y}`}
      type="button"
      className="group-title"
      style={{ left: box.x, top: box.y, maxWidth: box.width }}
      title={t('groups.fold', { group })}
      aria-label={t('groups.foldNamed', { group, count: sizes.get(group) ?? 0 })}
      onClick={() => onFold(group)}
    >
      <span aria-hidden="true">−</span>
      <span>{group}</span>
    </button>
  ));
}
