import { useTranslation } from 'react-i18next';
import { totalOf, type RoundCount } from './round';

/** How the room has done so far: all rounds in a line, and each of them on asking. */
export function Tally({ rounds }: { rounds: readonly RoundCount[] }) {
  const { t } = useTranslation();
  if (rounds.length === 0) return null;
  return (
    <details className="guess-tally">
      <summary>{t('guess.tally.sum', { count: rounds.length, ...totalOf(rounds) })}</summary>
      <table className="number-table" aria-label={t('guess.tally.title')}>
        <thead>
          <tr>
            {(['round', 'found', 'surprises', 'notHit'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`guess.tally.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rounds.map(({ hit, found, surprises, notHit }, index) => (
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              <td>{t('guess.tally.of', { found, hit })}</td>
              <td>{surprises}</td>
              <td>{notHit}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
