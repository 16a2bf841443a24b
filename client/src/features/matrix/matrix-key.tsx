import type { MapContent } from '@downstream/graph-schema/map-content';
import { useTranslation } from 'react-i18next';
import type { Show } from '../../show/show';
import { lineOf } from './link-cell';

/** What the signs in the cells mean: those that are there. */
export function MatrixKey({ content: { links }, show }: { content: MapContent; show: Show | undefined }) {
  const { t } = useTranslation();
  const lines = new Set(links.map(lineOf));
  const parts = new Set(show?.travels.map(({ part }) => part));
  return (
    <ul className="matrix-key" aria-label={t('matrix.key.title')}>
      {(['blocking', 'helpful', 'standby'] as const)
        .filter((line) => lines.has(line))
        .map((line) => (
          <li key={line}>
            <span className="matrix-sign" data-line={line} />
            {t(`matrix.key.${line}`)}
          </li>
        ))}
      {links.some(({ handshake }) => handshake === 'disputed') && (
        <li>
          <span className="matrix-disputed">≠</span>
          {t('matrix.key.disputed')}
        </li>
      )}
      {(['causing', 'stopped'] as const)
        .filter((part) => parts.has(part))
        .map((part) => (
          <li key={part}>
            <span className="matrix-swatch" data-part={part} />
            {t(`matrix.key.${part}`)}
          </li>
        ))}
    </ul>
  );
}
