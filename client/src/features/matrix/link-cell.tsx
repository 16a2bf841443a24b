import { formatDuration, workingTimeOf } from '@downstream/graph-schema/duration';
import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party } from '@downstream/graph-schema/party';
import { effectiveNumber } from '@downstream/ripple/effective-number';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Items } from '../../open-map/apply-changes';
import { statementAt } from '../../open-map/state-side';
import { useOpenMap } from '../../open-map/use-open-map';
import { shortDuration } from '../../show/duration';
import type { Show, Travel } from '../../show/show';
import type { CellProps } from './party-cell';

export interface LinkCellProps extends CellProps {
  provider: Party;
  customer: Party;
  links: readonly Link[];
  content: MapContent;
  show: Show | undefined;
  mayConnect: boolean;
  isChosen: boolean;
}

/** What one hands to the other: how it is depended on, its slack, and whether the ripple comes this way. */
export function LinkCell(props: LinkCellProps) {
  const { provider, customer, links, content, show, mayConnect, isChosen, ...cell } = props;
  const { t } = useTranslation();
  const items = useOpenMap((map) => map.items);
  const isItself = provider.id === customer.id;
  const travel = strongest(show, links);
  const [first] = links;
  const said = links.map((link) => linkInWords(link, items, content, t));
  const what =
    said.length > 0
      ? [...(said.length > 1 ? [t('matrix.several', { count: said.length })] : []), ...said].join('. ')
      : t(isItself ? 'matrix.itself' : mayConnect ? 'matrix.connectHere' : 'matrix.none');
  const part =
    travel && t(`matrix.part.${travel.part}`, { duration: shortDuration(travel.absorbed ?? 0, content.map) });
  const label = t('matrix.cell', {
    provider: provider.name,
    customer: customer.name,
    what: part === undefined ? what : `${what}. ${part}`,
  });
  return (
    <div
      className="matrix-cell"
      role="gridcell"
      data-link={first ? lineOf(first) : isItself ? 'itself' : undefined}
      data-part={travel?.part}
      aria-selected={isChosen}
      aria-label={label}
      title={first ? label : undefined}
      {...cell}
    >
      {first && (
        <>
          <span className="matrix-sign" data-line={lineOf(first)} />
          {links.length > 1 ? `×${links.length}` : slackOf(first, items, content)}
          {links.some(({ handshake }) => handshake === 'disputed') && (
            <span className="matrix-disputed">≠</span>
          )}
        </>
      )}
    </div>
  );
}

export const lineOf = ({ dependence, switchTime }: Link): 'blocking' | 'helpful' | 'standby' =>
  dependence === 'helpful' ? 'helpful' : switchTime === undefined ? 'blocking' : 'standby';

function slackOf(link: Link, items: Items, content: MapContent): string {
  const [customer, provider] = [
    statementAt(items, link.id, 'customer'),
    statementAt(items, link.id, 'provider'),
  ];
  const { value } = effectiveNumber('slack', customer?.slack, provider?.slack, link.handshake);
  return formatDuration(value, workingTimeOf(content.map));
}

function linkInWords(link: Link, items: Items, content: MapContent, t: TFunction): string {
  const said = t('matrix.link', {
    output: link.output.trim() || t('details.unnamedOutput'),
    dependence: t(`matrix.dependence.${lineOf(link)}`),
    slack: slackOf(link, items, content),
  });
  return link.handshake === 'disputed' ? `${said}, ${t('matrix.disputed')}` : said;
}

const order = { causing: 0, besides: 1, stopped: 2 };

/** How the ripple comes over these links, the strongest of them; undefined where it does not. */
function strongest(show: Show | undefined, links: readonly Link[]): Travel | undefined {
  if (!show || links.length === 0) return undefined;
  return travelsOf(show, links).sort((a, b) => order[a.part] - order[b.part])[0];
}

const byLink = new WeakMap<Show, Map<string, Travel[]>>();

function travelsOf(show: Show, links: readonly Link[]): Travel[] {
  let known = byLink.get(show);
  if (!known) {
    known = new Map();
    for (const travel of show.travels) known.set(travel.link, [...(known.get(travel.link) ?? []), travel]);
    byLink.set(show, known);
  }
  return links.flatMap(({ id }) => known.get(id) ?? []);
}
