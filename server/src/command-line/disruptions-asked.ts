import type { Disruption } from '@downstream/graph-schema/disruption';
import { readDuration, workingTimeOf } from '@downstream/graph-schema/duration';
import { partyFinder } from '@downstream/graph-schema/find-party';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { DownstreamError, type ProblemDetail } from '@downstream/graph-schema/problem';

/**
 * Disruptions as they were asked for: delays as `Name or id=30m`, split at the last `=`, and defects by name or id.
 * Throws INPUT_INVALID with everything that is wrong in them.
 */
export function disruptionsAsked(
  { map, parties }: MapContent,
  delays: string[],
  defects: string[],
): Disruption[] {
  const find = partyFinder(parties);
  const kinds = new Map(parties.map(({ id, kind }) => [id, kind]));
  const problems: ProblemDetail[] = [];
  const disruptions: Disruption[] = [];
  const partyNamed = (name: string, path: string[]): string | undefined => {
    const found = find(name);
    if ('problem' in found) problems.push({ path, ...found.problem });
    else if (kinds.get(found.id) !== 'external-customer') return found.id;
    else {
      const message = `"${name}" is an external customer and only feels what others do; name a team or a supplier`;
      problems.push({ path, code: 'DISRUPTION_INVALID', message });
    }
    return undefined;
  };
  for (const delay of delays) {
    const path = [`--delay "${delay}"`];
    const split = delay.lastIndexOf('=');
    if (split < 1) {
      problems.push({ path, message: 'needs a party, = and a duration, as in "Bag loaders=30m"' });
      continue;
    }
    const party = partyNamed(delay.slice(0, split), path);
    const written = delay.slice(split + 1);
    const read = readDuration(written, workingTimeOf(map), 1);
    if (read.problem !== undefined)
      problems.push({ path, message: `has the duration "${written}"; ${read.problem}` });
    else if (party !== undefined) disruptions.push({ party, kind: 'delay', minutes: read.minutes });
  }
  for (const defect of defects) {
    const party = partyNamed(defect, [`--defect "${defect}"`]);
    if (party !== undefined) disruptions.push({ party, kind: 'defect' });
  }
  if (problems.length > 0) throw new DownstreamError('INPUT_INVALID', problems);
  return disruptions;
}
