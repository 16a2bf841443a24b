import { readDuration, workingTimeOf } from '@downstream/graph-schema/duration';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import type { CompiledMap } from '@downstream/ripple/compiled-map';
import { referenceDisruption } from '@downstream/ripple/reference-disruption';
import { refusal } from './refusal.js';

export interface ReferenceOptions {
  delay?: string;
  defect?: true;
}

/** What each team and supplier suffers in turn: `--delay 2h`, `--defect`, or a day's delay. Throws a refusal. */
export function referenceAsked(
  { map: settings }: MapContent,
  map: CompiledMap,
  { delay, defect }: ReferenceOptions,
): ReferenceDisruption {
  if (delay !== undefined && defect)
    throw refusal('Harm by delay and by defect are never added: ask for one.');
  if (defect) return { kind: 'defect' };
  if (delay === undefined) return referenceDisruption(map);
  const read = readDuration(delay, workingTimeOf(settings), 1);
  if (read.problem !== undefined) throw refusal(`--delay has the duration "${delay}"; ${read.problem}.`);
  return { kind: 'delay', minutes: read.minutes };
}
