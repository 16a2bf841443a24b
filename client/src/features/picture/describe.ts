import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { TFunction } from 'i18next';
import { nameOf, partyOf } from '../../open-map/name-of';
import { badgeDuration, percent, shortDuration } from '../../show/duration';
import type { Badge, Show, SingleBadge } from '../../show/show';
import { isFolded } from './folded-id';

/** What a screen reader hears of a party or a link: who it is, what it is joined to, and what the ripple does to it. */
export function describe(
  item: ItemReference,
  content: MapContent,
  show: Show | undefined,
  t: TFunction,
): string {
  if (item.type === 'link') return describeLink(item.id, content, t);
  const party = partyOf(content, item.id);
  if (!party) return '';
  const provides = content.links.filter(({ provider }) => provider === party.id).length;
  const depends = content.links.filter(({ customer }) => customer === party.id).length;
  const links = t('picture.providesDepends', { provides, depends });
  if (isFolded(party.id)) {
    const folded = t('picture.describedFolded', { name: party.name, size: party.purpose ?? '', links });
    return [folded, ...rippleAt(party.id, content, show, t)].join(' ');
  }
  const described = t('picture.described', {
    name: party.name,
    kind: t(`picture.kind.${party.kind}`),
    links,
  });
  return [described, ...rippleAt(party.id, content, show, t)].join(' ');
}

function describeLink(id: string, content: MapContent, t: TFunction): string {
  const link = content.links.find((one) => one.id === id);
  if (!link) return '';
  const [provider, customer] = [nameOf(content, link.provider), nameOf(content, link.customer)];
  return t('picture.describedLink', { provider, customer, output: link.output });
}

function rippleAt(party: string, content: MapContent, show: Show | undefined, t: TFunction): string[] {
  return [...fateOf(party, content, show, t), ...absorbedAt(party, content, show, t)];
}

function absorbedAt(party: string, { map }: MapContent, show: Show | undefined, t: TFunction): string[] {
  const absorbed = show?.absorbedInside?.get(party);
  if (!absorbed) return [];
  const { minutes, places: count } = absorbed;
  return [t('picture.absorbedInside', { duration: shortDuration(minutes, map), count })];
}

function fateOf(party: string, content: MapContent, show: Show | undefined, t: TFunction): string[] {
  const beat = show?.beats.get(party);
  if (beat) {
    const badges = beat.grows?.at(-1)?.badges ?? beat.badges;
    return badges.flatMap((badge, index) => {
      if (badge.kind !== 'inside') return hitInWords(badge, content, t);
      const worst = t('picture.hitWorst', { worst: hitInWords(badge.worst, content, t) });
      return index > 0 ? worst : [t('picture.hitInside', { hit: badge.hit, of: badge.of }), worst];
    });
  }
  if (show?.spared.has(party)) return [t('picture.describedSpared')];
  return show?.inconvenienced.has(party) ? [t('picture.describedInconvenienced')] : [];
}

const hitInWords = (badge: SingleBadge, content: MapContent, t: TFunction): string =>
  badge.kind === 'minutes'
    ? t('picture.hitLate', { duration: shortDuration(badge.minutes, content.map) })
    : t('picture.hitProbability', { percent: percent(badge.probability) });

/** What stands on a badge: how late, or how likely; at the origin, what was asked. */
export function badgeText(badge: Badge, isOrigin: boolean, content: MapContent, t: TFunction): string {
  if (badge.kind === 'inside') {
    const { hit, of } = badge;
    return t('picture.badgeInside', { worst: badgeText(badge.worst, false, content, t), hit, of });
  }
  if (badge.kind === 'probability') {
    return isOrigin && badge.probability === 1 ? t('picture.badgeFaulty') : percent(badge.probability);
  }
  const duration = badgeDuration(badge.minutes, content.map);
  return isOrigin ? t('picture.badgeLate', { duration }) : t('picture.badgeHit', { duration });
}
