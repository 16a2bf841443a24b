import type { MapContent } from '@downstream/graph-schema/map-content';
import type { RippleReport } from '@downstream/graph-schema/ripple-report';
import type { TFunction } from 'i18next';
import { badgeDuration } from '../../show/duration';
import type { Emphasis, EmphasisBadge } from '../../show/emphasis';
import { resultOf, type Guess } from './round';

/** The room's marks on the cards; once it is counted, what became of each, in a sign and a word. */
export function marksOnCards(
  guess: Guess,
  report: RippleReport | undefined,
  content: MapContent,
  t: TFunction,
): Emphasis {
  const { phase, disruption, isHidden, marks } = guess;
  if (phase === 'counted' && report) {
    const { found, surprises, notHit } = resultOf(marks, report);
    const all = (parties: readonly string[], badge: EmphasisBadge) =>
      parties.map((party) => [party, badge] as const);
    return {
      badges: new Map([
        ...all(found, { text: t('guess.badge.found'), sign: '✓', tone: 'plain' }),
        ...all(surprises, { text: t('guess.badge.surprise'), sign: '!', tone: 'strong' }),
        ...all(notHit, { text: t('guess.badge.notHit'), sign: '✗', tone: 'calm' }),
      ]),
    };
  }
  const badges = new Map<string, EmphasisBadge>(
    marks.map((party) => [party, { text: t('guess.badge.marked'), tone: 'plain' }]),
  );
  // Before it plays there is no ripple that would say where it begins.
  if (disruption && !isHidden && (phase === 'setting' || phase === 'guessing')) {
    const text =
      disruption.kind === 'defect'
        ? t('picture.badgeFaulty')
        : t('picture.badgeLate', { duration: badgeDuration(disruption.minutes, content.map) });
    badges.set(disruption.party, { text, tone: 'strong' });
  }
  return { badges, marks: new Map(marks.map((party) => [party, 'ring'])) };
}
