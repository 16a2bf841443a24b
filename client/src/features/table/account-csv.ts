import type { MapContent } from '@downstream/graph-schema/map-content';
import { writeCsv } from '@downstream/graph-schema/write-csv';
import type { RippleAccount } from '../../engine/account-of';
import { nameOf, partyOf } from '../../open-map/name-of';

const columns = [
  'party',
  'id',
  'kind',
  'group',
  'outcome',
  'minutesLate',
  'minutesUntilFelt',
  'defectChance',
  'why',
] as const;

/** What a ripple does to each party, for a spreadsheet: durations in minutes of working time, chances from 0 to 1. */
export const accountAsCsv = (rows: readonly RippleAccount[], content: MapContent): string =>
  writeCsv(
    columns,
    rows.map(({ id, minutes, chance, at, outcome, account }) => ({
      party: nameOf(content, id),
      id,
      kind: partyOf(content, id)?.kind,
      group: partyOf(content, id)?.group,
      outcome,
      minutesLate: minutes,
      minutesUntilFelt: at,
      defectChance: chance,
      why: account,
    })),
  );
