import type { AbsorbedInside, Badge, PartyBeat, Show, SingleBadge, Travel } from '../../show/show';
import type { FoldedCard, FoldedMap } from './folded-map';

/**
 * A show as it plays on a folded map. A card is reached when the first party in it is, and says the worst inside and
 * how many are hit so far. Of the fronts that run along one line the one that matters most is shown; of those inside a
 * card, what was absorbed.
 */
export function foldShow(show: Show, folded: FoldedMap): Show {
  const { cards, cardOf } = folded;
  if (cards.size === 0) return show;
  const isShown = ([party]: readonly [string, unknown]) => !cardOf.has(party);
  const beats = new Map([...show.beats].filter(isShown));
  const spared = new Map([...show.spared].filter(isShown));
  const inconvenienced = new Map([...show.inconvenienced].filter(isShown));
  for (const card of cards.values()) {
    const inside = card.parties
      .flatMap((party) => show.beats.get(party) ?? [])
      .sort((a, b) => a.reachedAt - b.reachedAt);
    if (inside.length > 0) {
      beats.set(card.id, foldBeats(card, inside));
      continue;
    }
    const [calm, bothered] = [show.spared, show.inconvenienced].map((decided) => lastOf(card, decided));
    if (bothered !== undefined) inconvenienced.set(card.id, bothered);
    else if (calm !== undefined) spared.set(card.id, calm);
  }
  const marks = show.marks.map((mark) => ({
    ...mark,
    parties: [...new Set(mark.parties.map((party) => cardOf.get(party) ?? party))],
  }));
  return {
    ...show,
    beats,
    spared,
    inconvenienced,
    marks,
    comesTo: show.comesTo && (cardOf.get(show.comesTo) ?? show.comesTo),
    ...foldTravels(show.travels, folded),
    unfolded: show,
  };
}

function foldBeats(card: FoldedCard, inside: readonly PartyBeat[]): PartyBeat {
  const parts = new Set(inside.map(({ part }) => part));
  const steps = inside.map((beat, index) => {
    const soFar = inside.slice(0, index + 1);
    return {
      reachedAt: beat.reachedAt,
      strength: Math.max(...soFar.map(({ strength }) => strength)),
      badges: worstOf(soFar).map((worst): Badge => {
        return { kind: 'inside', worst, hit: soFar.length, of: card.parties.length };
      }),
    };
  });
  const [first] = steps as [(typeof steps)[number]];
  return {
    ...first,
    party: card.id,
    part: parts.has('origin') ? 'origin' : parts.has('customer') ? 'customer' : 'hit',
    grows: steps,
  };
}

/** The latest and the likeliest. */
function worstOf(beats: readonly PartyBeat[]): SingleBadge[] {
  let late: Extract<Badge, { kind: 'minutes' }> | undefined;
  let likely: Extract<Badge, { kind: 'probability' }> | undefined;
  for (const badge of beats.flatMap(({ badges }) => badges)) {
    if (badge.kind === 'minutes' && badge.minutes > (late?.minutes ?? -1)) late = badge;
    if (badge.kind === 'probability' && badge.probability > (likely?.probability ?? -1)) likely = badge;
  }
  return [late, likely].filter((badge) => badge !== undefined);
}

/** When the last party of a card was decided upon, where any was. */
function lastOf(card: FoldedCard, decided: ReadonlyMap<string, number>): number | undefined {
  const times = card.parties.flatMap((party) => decided.get(party) ?? []);
  return times.length > 0 ? Math.max(...times) : undefined;
}

const importance: Record<Travel['part'], number> = { causing: 0, besides: 1, stopped: 2 };

function foldTravels(
  travels: readonly Travel[],
  { lineOf, cardAtEnd }: FoldedMap,
): Pick<Show, 'travels' | 'absorbedInside'> {
  const shown = new Map<string, Travel>();
  for (const travel of travels) {
    const line = lineOf.get(travel.link);
    if (line === undefined) continue;
    const before = shown.get(line);
    if (!before || precedes(travel, before)) shown.set(line, travel);
  }
  const absorbedInside = new Map<string, AbsorbedInside>();
  for (const travel of travels) {
    const card = cardAtEnd.get(travel.link);
    const isShown = shown.get(lineOf.get(travel.link) ?? '') === travel;
    if (travel.part !== 'stopped' || card === undefined || isShown) continue;
    const { minutes, at, places } = absorbedInside.get(card) ?? { minutes: -1, at: 0, places: 0 };
    const absorbed = travel.absorbed ?? 0;
    absorbedInside.set(card, {
      ...(absorbed > minutes ? { minutes: absorbed, at: travel.to } : { minutes, at }),
      places: places + 1,
    });
  }
  return { travels: [...shown].map(([line, travel]) => ({ ...travel, link: line })), absorbedInside };
}

const precedes = (a: Travel, b: Travel): boolean =>
  (importance[a.part] - importance[b.part] || a.from - b.from || (b.absorbed ?? 0) - (a.absorbed ?? 0)) < 0;
