import { VisuallyHidden } from '@mantine/core';
import type { ItemReference } from '@downstream/graph-schema/item';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { partyOf } from '../../open-map/name-of';
import '../../text/en-groups';
import type { FoldChoice } from './fold-choice';
import { isFolded } from './folded-id';
import './groups.css';
import type { MapPictureProps } from './map-picture-props';
import PictureCanvas from './picture-canvas';
import type { PlaceCards } from './place-cards';
import { useFolding } from './use-folding';
import { useFree } from './use-free';

/** The picture with its groups, which fold, and its free layout. Folding is a matter of this page: the map stays as it is. */
export default function ArrangedPicture(props: MapPictureProps) {
  const { content, selection, onSelect, show, editing, highlighted, emphasis, layout, traced } = props;
  const { onArrange, plain = false } = props;
  const [ownChoice, setOwnChoice] = useState<FoldChoice>();
  const chosen = props.onFold ? props.folded : (ownChoice ?? props.folded);
  const onFold = props.onFold ?? setOwnChoice;
  const { t } = useTranslation();
  const { grouping, groups, names, folded, isWaiting } = useFolding(content, chosen, plain);
  const isFree = layout === 'free';
  const free = useFree(isFree);

  // A folded card or a bundle of links is nothing on the map: that one is chosen is known here alone.
  const [inHand, setInHand] = useState<ItemReference>();
  const [said, setSaid] = useState('');
  const isInHand = inHand && !selection && (folded.cards.has(inHand.id) || folded.bundles.has(inHand.id));
  const shown = (item: ItemReference | undefined) => (grouping ? grouping.shownItem(item, folded) : item);
  const cardOf = (party: string): string => folded.cardOf.get(party) ?? party;
  const shownSelection = isInHand ? inHand : shown(selection);

  const fold = (next: ReadonlySet<string>) => grouping && onFold(grouping.choiceOf(next, groups));
  const setFolded = (group: string, shouldFold: boolean) => {
    const next = new Set(names);
    if (shouldFold) next.add(group);
    else next.delete(group);
    fold(next);
    setSaid(t(shouldFold ? 'groups.didFold' : 'groups.didUnfold', { group }));
  };
  const unfoldCard = (id: string): boolean => {
    const card = folded.cards.get(id);
    if (!card) return false;
    setFolded(card.group, false);
    // Whoever walks by keys goes on from inside.
    if (inHand?.id === id) onSelect({ type: 'party', id: card.parties[0]! });
    setInHand(undefined);
    return true;
  };
  const foldGroupOf = (id: string): boolean => {
    const group = partyOf(content, id)?.group;
    if (group === undefined || !groups.some(({ name }) => name === group)) return false;
    setFolded(group, true);
    return true;
  };
  const key = (pressed: string): boolean => {
    const party = shownSelection?.type === 'party' ? shownSelection.id : undefined;
    if (pressed === 'Enter' && party !== undefined) return unfoldCard(party);
    if (pressed === 'G' && groups.length > 0) {
      fold(new Set(names.size === groups.length ? [] : groups.map(({ name }) => name)));
      return true;
    }
    return pressed === 'g' && party !== undefined && (unfoldCard(party) || foldGroupOf(party));
  };
  const choose = (item: ItemReference | undefined) => {
    const isHere = item !== undefined && (folded.cards.has(item.id) || folded.bundles.has(item.id));
    setInHand(isHere ? item : undefined);
    onSelect(isHere ? undefined : item);
  };

  const shownShow = useMemo(
    () => show && (grouping?.foldShow(show, folded) ?? show),
    [grouping, show, folded],
  );
  const shownEmphasis = useMemo(
    () => (grouping ? grouping.foldEmphasis(emphasis, folded) : emphasis),
    [grouping, emphasis, folded],
  );
  const ground = useMemo(
    () => (isFree && groups.length > 0 ? grouping?.groundOf(groups) : undefined),
    [isFree, grouping, groups],
  );
  const places = isFree ? JSON.stringify(content.parties.map(({ position }) => position ?? 0)) : '';
  const [rounds, setRounds] = useState(0);
  const placeCards = useMemo<PlaceCards | undefined>(
    () =>
      free && {
        key: JSON.stringify([rounds, [...names], places]),
        place: (_, cards) => free.place(content, folded, cards),
        routes: free.routes,
      },
    [free, rounds, names, places, content, folded],
  );
  if (isWaiting) return <div className="picture" aria-busy="true" />;

  return (
    <>
      <PictureCanvas
        {...props}
        content={folded.content}
        selection={shownSelection}
        onSelect={choose}
        traced={traced && cardOf(traced)}
        highlighted={highlighted?.flatMap((item) => shown(item) ?? [])}
        emphasis={shownEmphasis}
        show={shownShow}
        beside={
          props.beside && {
            ...props.beside,
            party: cardOf(props.beside.party),
            keepClear: new Set([...props.beside.keepClear].map(cardOf)),
          }
        }
        onHold={(id) => !isFolded(id) && props.onHold?.(id)}
        onHover={(id) => props.onHover?.(id !== undefined && isFolded(id) ? undefined : id)}
        onTapCard={unfoldCard}
        onKey={key}
        placeCards={placeCards}
        onMove={onArrange && free && ((id, by) => onArrange(free.moves(content, folded, id, by)))}
        ground={ground}
        viewKey={`${layout} ${names.size === 0 ? 'none' : names.size === groups.length ? 'all' : 'some'}`}
        onPaper={(scene) =>
          isFree &&
          grouping && (
            <grouping.Titles groups={groups} scene={scene} onFold={(group) => setFolded(group, true)} />
          )
        }
        furniture={
          <>
            {grouping && groups.length > 0 && <grouping.Menu groups={groups} folded={names} onFold={fold} />}
            {isFree && onArrange && free && content.parties.some(({ position }) => position) && (
              <button
                type="button"
                className="quiet-control"
                title={t('groups.arrangeHint')}
                onClick={() => {
                  onArrange(free.anew(content));
                  setRounds(rounds + 1);
                }}
              >
                {t('groups.arrange')}
              </button>
            )}
          </>
        }
        note={
          grouping && (
            <grouping.Note
              content={content}
              folded={folded}
              selection={selection}
              inHand={isInHand ? inHand : undefined}
              show={shownShow}
              isUnasked={chosen === undefined}
              onUnfold={(opened) => fold(new Set([...names].filter((name) => !opened.includes(name))))}
            />
          )
        }
        editing={
          editing && {
            ...editing,
            onAddParty: (near) => editing.onAddParty(near !== undefined && isFolded(near) ? undefined : near),
            onOpenEdit: (item) => {
              if (!unfoldCard(item.id) && !folded.bundles.has(item.id)) editing.onOpenEdit(item);
            },
            onDelete: (item) => {
              if (!isFolded(item.id)) editing.onDelete(item);
            },
          }
        }
      />
      <VisuallyHidden aria-live="polite">{said}</VisuallyHidden>
    </>
  );
}
