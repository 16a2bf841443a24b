import { VisuallyHidden } from '@mantine/core';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { nameOf } from '../../open-map/name-of';
import { percent, shortDuration } from '../../show/duration';
import type { Playhead } from '../../show/playhead';
import type { Badge, Mark, Show, SingleBadge } from '../../show/show';
import '../../text/en-account';

/** A voice cannot keep up with more moments than these: of a longer ripple it tells the beginning and the customers. */
const mostMoments = 14;
/** More names at one moment are counted. */
const mostNames = 4;

/** Says what has just happened while a ripple plays, is stepped through or is scrubbed. */
export default function RippleVoice({ content, playhead }: { content: MapContent; playhead: Playhead }) {
  const { t } = useTranslation();
  const show = useStore(playhead, (state) => state.show);
  const reached = useStore(playhead, ({ show: playing, position }) =>
    playing ? playing.marks.findLastIndex(({ time }) => time <= position) : -1,
  );
  if (!show) return null;
  const told = show.marks
    .slice(0, reached + 1)
    .findLast((mark, index) => show.marks.length <= mostMoments || index === 0 || mark.customer);
  return (
    <VisuallyHidden aria-live="polite">{told ? momentInWords(told, show, content, t) : ''}</VisuallyHidden>
  );
}

/** Of a folded group, the worst in it. */
const singly = (badge: Badge): SingleBadge => (badge.kind === 'inside' ? badge.worst : badge);

function momentInWords(
  { parties, customer }: Mark,
  { beats }: Show,
  content: MapContent,
  t: TFunction,
): string {
  const isCustomer = (party: string): boolean => beats.get(party)?.part === 'customer';
  const first = customer
    ? parties.toSorted((a, b) => Number(isCustomer(b)) - Number(isCustomer(a)))
    : parties;
  return first
    .slice(0, mostNames)
    .flatMap((party) =>
      (beats.get(party)?.badges ?? []).map(singly).map((badge) =>
        badge.kind === 'minutes'
          ? t('account.late', {
              name: nameOf(content, party),
              duration: shortDuration(badge.minutes, content.map),
            })
          : t('account.chance', { name: nameOf(content, party), percent: percent(badge.probability) }),
      ),
    )
    .join(' ');
}
