import type { MapContent } from '@downstream/graph-schema/map-content';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoldChoice } from './fold-choice';
import { unfolded, type FoldedMap, type Group } from './folded-map';
import type { Grouping } from './grouping';
import { useGrouping } from './use-grouping';

/** Above this many parties a map with groups waits until it can be folded, rather than being laid out twice. */
const mayOpenFolded = 80;

const noGroups: readonly Group[] = [];

export interface UsedFolding {
  /** Undefined where there are no groups, or what folds them is not there yet. */
  grouping: Grouping | undefined;
  groups: readonly Group[];
  /** Names of the folded groups; the same set while they are the same. */
  names: ReadonlySet<string>;
  folded: FoldedMap;
  /** Nothing should be shown until what folds is there. */
  isWaiting: boolean;
}

/** A map as it is folded on this page. */
export function useFolding(content: MapContent, chosen: FoldChoice | undefined, plain: boolean): UsedFolding {
  const { t } = useTranslation();
  const hasGroups = useMemo(
    () => !plain && content.parties.some(({ group }) => group !== undefined),
    [content, plain],
  );
  const fetched = useGrouping(hasGroups);
  const grouping = fetched === 'failed' ? undefined : fetched;
  const groups = useMemo(() => grouping?.groupsOf(content) ?? noGroups, [grouping, content]);
  const choice = chosen ?? grouping?.usualChoice(content.parties.length, groups) ?? [];
  const key = JSON.stringify(grouping ? [...grouping.foldedNames(choice, groups)] : []);
  const names = useMemo(() => new Set(JSON.parse(key) as string[]), [key]);
  const folded = useMemo(() => {
    const words = {
      parties: (count: number) => t('groups.parties', { count }),
      links: (count: number) => t('groups.links', { count }),
    };
    return grouping && names.size > 0 ? grouping.foldGroups(content, names, words) : unfolded(content);
  }, [grouping, content, names, t]);
  const mustFold = content.parties.length > mayOpenFolded || (chosen?.length ?? 0) > 0;
  return { grouping, groups, names, folded, isWaiting: hasGroups && !fetched && mustFold };
}
