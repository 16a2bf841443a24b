import { parseDuration, workingTimeOf, type WorkingTime } from './duration.js';
import type { WrittenDuration, WrittenLink, WrittenMap, WrittenParty, WrittenStatement } from './map-file.js';
import { statementId, type Side } from './statement.js';

/**
 * What is written in a map file, as items: durations in minutes, ids in place, what is absent left out. Each
 * item has still to pass its own schema, which knows the ranges and which kind of party has which fields.
 */
export function mapItemOf({ map: name, dayLength, weekLength, ...rest }: Partial<WrittenMap>, id: string) {
  return withoutAbsent({
    type: 'map' as const,
    id,
    name: name ?? id,
    ...rest,
    ...lengths({ dayLength, weekLength }),
  });
}

/** A week may be written in days, a day in hours. */
function lengths({ dayLength, weekLength }: Pick<Partial<WrittenMap>, 'dayLength' | 'weekLength'>) {
  const day = minutesOf(dayLength, workingTimeOf());
  return { dayLength: day, weekLength: minutesOf(weekLength, workingTimeOf(day ? { dayLength: day } : {})) };
}

export const partyItemOf = (
  { id, buffer, ...rest }: Pick<WrittenParty, 'name'> & Partial<WrittenParty>,
  time: WorkingTime,
) => withoutAbsent({ type: 'party' as const, ...rest, id: id ?? rest.name, buffer: minutesOf(buffer, time) });

export function linkItemOf(
  { switchTime, leadTime, ...written }: Partial<WrittenLink>,
  identity: { id: string; provider: string; customer: string },
  time: WorkingTime,
) {
  const { output = '', dependence, alternativeGroup, handshake = 'declared' } = written;
  return withoutAbsent({
    type: 'link' as const,
    ...identity,
    output,
    dependence,
    alternativeGroup,
    switchTime: minutesOf(switchTime, time),
    leadTime: minutesOf(leadTime, time),
    handshake,
  });
}

/** The pieces of a link's statements, each with where it is written: both sides', and what stands on the link itself. */
export function statementPiecesOf(written: Partial<WrittenLink>, link: string, time: WorkingTime) {
  const { slack, defectPass, expectation, commitment } = written;
  const direct = slack === undefined && defectPass === undefined ? undefined : { slack, defectPass };
  const piece = (side: Side, path: readonly string[], words: WrittenStatement | undefined) => {
    if (!words) return [];
    const statement = withoutAbsent({
      type: 'statement' as const,
      id: statementId(link, side),
      link,
      side,
      ...words,
      slack: minutesOf(words.slack, time),
    });
    return [{ statement, path, written: words }];
  };
  return [
    ...piece('customer', ['expectation'], expectation),
    ...piece('provider', ['commitment'], commitment),
    ...piece('provider', [], direct),
  ];
}

export const minutesOf = (written: WrittenDuration | undefined, time: WorkingTime): number | undefined =>
  typeof written === 'string' ? parseDuration(written, time) : written;

/** The same fields without those that are `undefined`: absent and undefined are one to a person, two to a schema. */
function withoutAbsent<T extends object>(fields: T): { [Key in keyof T]: T[Key] } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
