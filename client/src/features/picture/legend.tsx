import type { MapContent } from '@downstream/graph-schema/map-content';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Show } from '../../show/show';

type Entry =
  | 'team'
  | 'supplier'
  | 'customer'
  | 'blocking'
  | 'helpful'
  | 'standby'
  | 'disputed'
  | 'hit'
  | 'absorbed'
  | 'spared'
  | 'inconvenienced';

/** What has to be explained: only what is on the picture now. */
function legendEntries({ parties, links }: MapContent, show: Show | undefined): Entry[] {
  const present: [Entry, boolean][] = [
    ['team', parties.some(({ kind }) => kind === 'team')],
    ['supplier', parties.some(({ kind }) => kind === 'supplier')],
    ['customer', parties.some(({ kind }) => kind === 'external-customer')],
    ['blocking', links.some(({ dependence }) => dependence !== 'helpful')],
    ['helpful', links.some(({ dependence }) => dependence === 'helpful')],
    ['standby', links.some(({ switchTime }) => switchTime !== undefined)],
    ['disputed', links.some(({ handshake }) => handshake === 'disputed')],
    ['hit', show !== undefined],
    ['absorbed', show?.travels.some(({ part }) => part === 'stopped') ?? false],
    ['spared', (show?.spared.size ?? 0) > 0],
    ['inconvenienced', (show?.inconvenienced.size ?? 0) > 0],
  ];
  return present.flatMap(([entry, isPresent]) => (isPresent ? [entry] : []));
}

const line = (props: { dash?: string; stroke?: string }) => (
  <>
    <path d="M1 8H21" fill="none" stroke="var(--line)" strokeWidth="1.6" strokeDasharray={props.dash} />
    <path d="M27 8L19.5 4.8V11.2Z" fill="var(--line)" />
  </>
);

const signs: Record<Entry, ReactNode> = {
  team: <rect x="1" y="2" width="26" height="12" rx="3" fill="var(--card)" stroke="var(--soft)" />,
  supplier: (
    <>
      <rect x="1" y="2" width="26" height="12" rx="1" fill="var(--card)" stroke="var(--soft)" />
      <path d="M4.5 2V14" stroke="var(--soft)" strokeWidth="2" />
    </>
  ),
  customer: (
    <>
      <rect x="1" y="1" width="26" height="14" rx="7" fill="none" stroke="var(--cust)" strokeWidth="2" />
      <circle cx="14" cy="6" r="2.2" fill="var(--cust)" />
      <path d="M9.8 12.4a4.2 3.6 0 0 1 8.4 0z" fill="var(--cust)" />
    </>
  ),
  blocking: line({}),
  helpful: line({ dash: '2.5 3' }),
  standby: (
    <>
      {line({ dash: '6 3' })}
      <circle cx="11" cy="8" r="5" fill="var(--card)" stroke="var(--soft)" />
      <path d="M8.5 6.7H13.5L12 5.4M13.5 9.3H8.5L10 10.6" fill="none" stroke="var(--soft)" />
    </>
  ),
  disputed: (
    <>
      {line({})}
      <circle cx="11" cy="8" r="5" fill="var(--card)" stroke="var(--soft)" />
      <path d="M8.7 6.9H13.3M8.7 9.1H13.3M12.4 5L9.6 11" fill="none" stroke="var(--ink)" />
    </>
  ),
  hit: (
    <>
      {[1, 2, 3, 4].map((step) => (
        <rect key={step} x={step * 6.5 - 5.5} y="3" width="6.5" height="10" fill={`var(--hit${step})`} />
      ))}
    </>
  ),
  absorbed: <path d="M14 1L20 3V8C20 12 17 14 14 15C11 14 8 12 8 8V3Z" fill="var(--shield)" />,
  spared: (
    <rect
      x="2"
      y="2.5"
      width="24"
      height="11"
      rx="3"
      fill="var(--card)"
      stroke="var(--spared)"
      strokeWidth="2.5"
    />
  ),
  inconvenienced: (
    <rect
      x="2"
      y="2.5"
      width="24"
      height="11"
      rx="3"
      fill="var(--card)"
      stroke="var(--hit3)"
      strokeWidth="2"
      strokeDasharray="3.5 2.5"
    />
  ),
};

export function Legend({
  content,
  show,
  open,
}: {
  content: MapContent;
  show: Show | undefined;
  open: boolean;
}) {
  const { t } = useTranslation();
  if (content.parties.length === 0) return null;
  return (
    <details className="picture-legend" open={open}>
      <summary>{t('picture.legend.title')}</summary>
      <ul>
        {legendEntries(content, show).map((entry) => (
          <li key={entry}>
            <svg width="28" height="16" viewBox="0 0 28 16" aria-hidden="true">
              {signs[entry]}
            </svg>
            {t(`picture.legend.${entry}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
