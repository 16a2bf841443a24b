import { Command } from 'commander';
import type { Disruption } from '@downstream/graph-schema/disruption';
import { compile } from '@downstream/ripple/compile';
import { partyNumber, type CompiledMap } from '@downstream/ripple/compiled-map';
import { exactDefect } from '@downstream/ripple/defect-exact';
import { defectReach } from '@downstream/ripple/defect-reach';
import { reachedWorlds } from '@downstream/ripple/defect-worlds';
import { delayExposure } from '@downstream/ripple/exposure';
import { rippleOfDelay, settleDelay } from '@downstream/ripple/settle-delay';
import { Stopped } from '@downstream/ripple/observer';
import { disruptionsAsked } from './disruptions-asked.js';
import { mapReader } from './read-map.js';
import { refusal } from './refusal.js';
import { wholeNumber } from './whole-number.js';

interface Options {
  delay?: string[];
  defect?: string[];
  parties?: string;
  repeat: number;
  worlds: number;
  json?: true;
}

/** Once so much time has gone into one figure, the runs so far are enough for it. */
const enoughMs = 20_000;
const warmUpMs = 250;
const warmUpRuns = 250;
/** Exposures that take longer than this are given up. */
const patienceMs = 30_000;

export const timeCommand = (): Command =>
  new Command('time')
    .description('measure the engine on a map: medians in milliseconds')
    .argument(
      '<file>',
      'a map file: YAML, JSON, or CSV with the header provider,customer and what else is known',
    )
    .option('--delay <party=duration>', 'how late this party is; may be given several times', addTo)
    .option('--defect <party>', 'something is wrong in what this party hands on', addTo)
    .option('--repeat <number>', 'how often each figure is measured', wholeNumber(1, 1_000), 21)
    .option(
      '--worlds <number>',
      'random draws for a defect that has to be estimated',
      wholeNumber(1, 1_000_000),
      10_000,
    )
    .option('--parties <file>', 'with a CSV: a second one that tells more of the parties')
    .option('--json', 'print the figures as one line of JSON')
    .addHelpText(
      'after',
      `
settleMs is lateness alone, delayMs lateness with causes and clock; exposureMs is the exposure of every team and
supplier to every external customer, by a delay of one day. What was not asked, or took more than half a minute, is null.
What is quick runs up to a quarter of a second before it is measured, as it would have in a server.

Examples:
  downstream time links.csv --delay "10=120m" --defect 10 --json
  downstream time seed/maps/product-company.yaml --delay "Platform=1d" --repeat 101`,
    )
    .action(async (file: string, options: Options) => {
      const { repeat, worlds } = options;
      const read = await mapReader(file, options.parties);
      const content = read();
      const asked = disruptionsAsked(content, options.delay ?? [], options.defect ?? []);
      if (asked.length === 0)
        throw refusal('Say what to measure: add --delay "Party=30m" or --defect "Party".');
      const map = compile(content);
      const figures = {
        parties: map.parties.length,
        links: map.links.length,
        parseMs: medianMs(repeat, read),
        compileMs: medianMs(repeat, () => compile(content)),
        ...delayFigures(map, asked, repeat),
        ...defectFigures(map, asked, repeat, worlds),
        exposureMs: exposureMs(map, repeat),
      };
      process.stdout.write(
        options.json
          ? `${JSON.stringify(figures)}\n`
          : Object.entries(figures)
              .map(([name, value]) => `${name}: ${value === null ? 'not measured' : value}\n`)
              .join(''),
      );
    });

function delayFigures(map: CompiledMap, asked: readonly Disruption[], repeat: number) {
  const own = asked.flatMap((disruption) =>
    disruption.kind === 'delay'
      ? [{ party: partyNumber(map, disruption.party), minutes: disruption.minutes }]
      : [],
  );
  if (own.length === 0) return { settleMs: null, delayMs: null, delayHits: null };
  return {
    settleMs: medianMs(repeat, () => settleDelay(map, own)),
    delayMs: medianMs(repeat, () => rippleOfDelay(map, own)),
    delayHits: settleDelay(map, own).late.length,
  };
}

function defectFigures(map: CompiledMap, asked: readonly Disruption[], repeat: number, worlds: number) {
  const defective = asked.flatMap(({ kind, party }) => (kind === 'defect' ? [partyNumber(map, party)] : []));
  if (defective.length === 0) return { defectMs: null, worlds: null };
  const origins = [...new Set(defective)];
  const isExact = exactDefect(map, defectReach(map, origins)) !== undefined;
  const defectMs = medianMs(repeat, () => {
    const reach = defectReach(map, origins);
    return exactDefect(map, reach) ?? reachedWorlds(map, origins, 1, worlds);
  });
  return { defectMs, worlds: isExact ? 0 : worlds };
}

function exposureMs(map: CompiledMap, repeat: number): number | null {
  const until = performance.now() + patienceMs;
  try {
    return medianMs(repeat, () =>
      delayExposure(map, map.dayLength, { shouldStop: () => performance.now() > until }),
    );
  } catch (error) {
    if (error instanceof Stopped) return null;
    throw error;
  }
}

/**
 * The median of so many runs, fewer where they take long; to a thousandth of a millisecond. What is quick runs for a
 * while before: its code is compiled only once it has proved to be used.
 */
function medianMs(repeat: number, work: () => unknown): number {
  const times: number[] = [];
  // What is made once for a map and kept with it, however long that takes.
  work();
  const warm = performance.now() + warmUpMs;
  for (let runs = 0; runs < warmUpRuns && performance.now() < warm; runs++) work();
  const began = performance.now();
  do {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  } while (times.length < repeat && performance.now() - began < enoughMs);
  times.sort((a, b) => a - b);
  return Math.round(times[times.length >>> 1]! * 1000) / 1000;
}

function addTo(value: string, earlier: string[] = []): string[] {
  return [...earlier, value];
}
