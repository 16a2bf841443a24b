import { linkColumns, partyColumns } from './csv-columns.js';
import { formatDuration, workingTimeOf } from './duration.js';
import type { MapContent } from './map-content.js';
import { writeCsv } from './write-csv.js';

/**
 * The links of a map as a table for a spreadsheet. Parties go by their name, or by their id where a name is not
 * theirs alone. Slack and defectPass are the effective numbers: the customer's, else the provider's.
 * A cell that a spreadsheet would run as a formula gets an apostrophe, which `readMapCsv` takes away again.
 */
export function writeMapCsv({ parties, links, statements }: MapContent): string {
  const bearers = new Map<string, Set<string>>();
  for (const { id, name } of parties) {
    for (const word of [id, name]) bearers.set(word, (bearers.get(word) ?? new Set()).add(id));
  }
  const names = new Map(parties.map(({ id, name }) => [id, bearers.get(name)!.size === 1 ? name : id]));
  const said = new Map(statements.map((statement) => [statement.id, statement]));
  const rows = links.map((link) => {
    const expectation = said.get(`${link.id}/customer`);
    const commitment = said.get(`${link.id}/provider`);
    return {
      ...link,
      provider: names.get(link.provider) ?? link.provider,
      customer: names.get(link.customer) ?? link.customer,
      slack: duration(expectation?.slack ?? commitment?.slack),
      switchTime: duration(link.switchTime),
      leadTime: duration(link.leadTime),
      defectPass: expectation?.defectPass ?? commitment?.defectPass,
    };
  });
  return writeCsv(Object.keys(linkColumns), rows);
}

/** The parties of a map as the second table that `readMapCsv` takes. */
export function writePartiesCsv({ parties }: MapContent): string {
  const rows = parties.map((party) => ({
    ...party,
    ...('buffer' in party && { buffer: duration(party.buffer) }),
    ...party.position,
  }));
  return writeCsv(Object.keys(partyColumns), rows);
}

/** In hours and minutes only: a table does not say how long a day is. */
const duration = (minutes: number | undefined): string | undefined =>
  minutes === undefined
    ? undefined
    : formatDuration(minutes, workingTimeOf({ dayLength: Infinity, weekLength: Infinity }));
