import type { MapContent } from '@downstream/graph-schema/map-content';
import { statementId } from '@downstream/graph-schema/statement';
import i18next from 'i18next';
import { percent, shortDuration } from '../../show/duration';

/** What the two sides of a link say that is not the same, in one line. */
export function sidesInWords({ map, statements }: MapContent, link: string): string | undefined {
  const said = (side: 'customer' | 'provider') => statements.find(({ id }) => id === statementId(link, side));
  const [expectation, commitment] = [said('customer'), said('provider')];
  const parts: string[] = [];
  const [waits, late] = [expectation?.slack, commitment?.slack];
  if (waits !== undefined && late !== undefined && waits !== late) {
    parts.push(
      i18next.t('leader.findings.sides', {
        expected: shortDuration(waits, map),
        committed: shortDuration(late, map),
      }),
    );
  }
  const [accepts, passes] = [expectation?.defectPass, commitment?.defectPass];
  if (accepts !== undefined && passes !== undefined && accepts !== passes) {
    parts.push(
      i18next.t('leader.findings.sidesDefect', { expected: percent(accepts), committed: percent(passes) }),
    );
  }
  return parts.length > 0 ? parts.join('; ') : undefined;
}
