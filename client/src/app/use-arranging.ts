import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Move } from '../features/picture/free';
import { partyOf } from '../open-map/name-of';
import { useMayEdit, useOpenMap } from '../open-map/use-open-map';
import type { View } from './view';

const loadGrouping = () => import('../features/picture/grouping');

/** How the picture of a map is arranged: which groups are folded, for this page, and where cards stand, for everybody. */
export function useArranging(
  content: MapContent,
  { folded }: Pick<View, 'folded'>,
  changeView: (change: Pick<View, 'folded'>) => void,
) {
  const mayEdit = useMayEdit();
  const edit = useOpenMap((open) => open.edit);
  const onFold = (next: View['folded']) => changeView({ folded: next });
  return {
    folded,
    onFold,
    onArrange: mayEdit
      ? (moves: readonly Move[]) =>
          void edit(
            moves.map(({ id, position }) => ({
              op: 'patch',
              type: 'party',
              id,
              fields: { position: position && { ...position } },
            })),
          )
      : undefined,
    /** Whoever was searched for is to be seen, also where their group was folded. */
    bringOut: (item: ItemReference) => {
      const group = item.type === 'party' ? partyOf(content, item.id)?.group : undefined;
      if (group === undefined) return;
      // The picture has fetched it already where anything is folded.
      const unfold = ({ grouping }: Awaited<ReturnType<typeof loadGrouping>>): void => {
        const groups = grouping.groupsOf(content);
        const usual = grouping.usualChoice(content.parties.length, groups);
        const names = grouping.foldedNames(folded ?? usual, groups);
        if (names.delete(group)) onFold([...names]);
      };
      loadGrouping().then(unfold, () => undefined);
    },
  };
}
