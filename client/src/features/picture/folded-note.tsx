import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { nameOf, partyOf } from '../../open-map/name-of';
import type { Show } from '../../show/show';
import { describe } from './describe';
import type { FoldedMap } from './folded-map';

export interface FoldedNoteProps {
  content: MapContent;
  folded: FoldedMap;
  /** Chosen on the map, and maybe folded away. */
  selection: ItemReference | undefined;
  /** Chosen on the picture only: a folded card, or a bundle of links. */
  inHand: ItemReference | undefined;
  /** The ripple as it plays on what is folded. */
  show: Show | undefined;
  /** Whether the map opened folded without anybody asking for it. */
  isUnasked: boolean;
  onUnfold: (groups: readonly string[]) => void;
}

interface Note {
  text: string;
  groups: readonly string[];
  isAll: boolean;
}

/** What is folded away just now and may be missed, and the way to it. */
export function FoldedNote(props: FoldedNoteProps) {
  const { t } = useTranslation();
  const note = noteOn(props, t);
  if (!note) return null;
  return (
    <p className="picture-note lifted group-note" role="status">
      {note.text}
      <button type="button" onClick={() => props.onUnfold(note.groups)}>
        {t(note.isAll ? 'groups.unfoldAll' : 'groups.unfold')}
      </button>
    </p>
  );
}

function noteOn(
  { content, folded, selection, inHand, show, isUnasked }: FoldedNoteProps,
  t: TFunction,
): Note | undefined {
  const hiding =
    selection?.type === 'party' ? folded.cards.get(folded.cardOf.get(selection.id) ?? '') : undefined;
  if (hiding && selection) {
    const { group } = hiding;
    return {
      text: t('groups.inside', { name: nameOf(content, selection.id), group }),
      groups: [group],
      isAll: false,
    };
  }
  const card = inHand && folded.cards.get(inHand.id);
  if (card) {
    return { text: describe(inHand, folded.content, show, t), groups: [card.group], isAll: false };
  }
  const bundle = inHand && folded.bundles.get(inHand.id);
  const line = bundle && folded.content.links.find(({ id }) => id === inHand.id);
  if (line) {
    const { output: links, provider, customer } = line;
    const [from, to] = [nameOf(folded.content, provider), nameOf(folded.content, customer)];
    return {
      text: t('groups.bundle', { links, provider: from, customer: to }),
      groups: bundle.flatMap((link) =>
        [link.provider, link.customer].flatMap((id) => partyOf(content, id)?.group ?? []),
      ),
      isAll: false,
    };
  }
  const groups = [...new Set([...folded.cards.values()].map(({ group }) => group))];
  if (!isUnasked || groups.length === 0) return undefined;
  const parties = t('groups.parties', { count: content.parties.length });
  return { text: t('groups.openedFolded', { parties, count: groups.length }), groups, isAll: true };
}
