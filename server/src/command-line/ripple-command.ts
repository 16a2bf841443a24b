import { Command, InvalidArgumentError } from 'commander';
import type { z } from 'zod';
import { rippleRequestSchema } from '@downstream/graph-schema/disruption';
import { compile } from '@downstream/ripple/compile';
import { simulate } from '@downstream/ripple/simulate';
import { disruptionsAsked } from './disruptions-asked.js';
import { deadlineOption, withProgressLine, type DeadlineOption } from './progress-line.js';
import { readMap } from './read-map.js';
import { refusal } from './refusal.js';
import { rippleInWords } from './ripple-in-words.js';

const { seed, worlds, disruptions } = rippleRequestSchema.shape;

interface Options extends DeadlineOption {
  delay?: string[];
  defect?: string[];
  parties?: string;
  seed: number;
  worlds: number;
  json?: true;
}

export const rippleCommand = (): Command =>
  new Command('ripple')
    .description('show what a delay or a defect does to everyone downstream')
    .argument(
      '<file>',
      'a map file: YAML, JSON, or CSV with the header provider,customer and what else is known',
    )
    .option('--delay <party=duration>', 'how late this party is; may be given several times', addTo)
    .option(
      '--defect <party>',
      'something is wrong in what this party hands on; may be given several times',
      addTo,
    )
    .option('--parties <file>', 'with a CSV: a second one that tells more of the parties')
    .option(
      '--seed <number>',
      'seed of the random draws, used where a defect must be estimated',
      asIn(seed, 'from 0 to 4294967295'),
      1,
    )
    .option(
      '--worlds <number>',
      'how many random draws to estimate from',
      asIn(worlds, 'from 1 to 1000000'),
      10_000,
    )
    .option(...deadlineOption)
    .option('--json', 'print the report as JSON, and nothing else')
    .addHelpText(
      'after',
      `
A party goes by its name or its id, and --delay is split at its last "=". Durations are written 30m, 2h,
1d, 1w, 1h30m or PT30M; a bare number means minutes.

Examples:
  downstream ripple seed/maps/airline-lost-bag.yaml --delay "Bag loaders=30m"
  downstream ripple seed/maps/card-issuer-overcharge.yaml --defect Accounting --json
  downstream ripple links.csv --parties parties.csv --delay "Warehouse=2h" --delay "Carrier=1d"`,
    )
    .action(async (file: string, options: Options) => {
      const content = await readMap(file, options.parties);
      const asked = disruptionsAsked(content, options.delay ?? [], options.defect ?? []);
      if (asked.length === 0)
        throw refusal('Say what goes wrong: add --delay "Party=30m" or --defect "Party".');
      const checked = disruptions.safeParse(asked);
      if (!checked.success)
        throw refusal(`These are ${asked.length} disruptions; one ripple takes at most 1000.`);
      const map = compile(content);
      const request = { disruptions: asked, seed: options.seed, worlds: options.worlds };
      const report = withProgressLine(options, (observer) => simulate(map, request, observer));
      process.stdout.write(`${options.json ? JSON.stringify(report) : await rippleInWords(map, report)}\n`);
    });

function addTo(value: string, earlier: string[] = []): string[] {
  return [...earlier, value];
}

/** Reads a whole number in the range of the schema. */
function asIn(schema: z.ZodType<number>, range: string): (text: string) => number {
  return (text) => {
    const parsed = schema.safeParse(/^\d+$/.test(text) ? Number(text) : text);
    if (parsed.success) return parsed.data;
    throw new InvalidArgumentError(`Write a whole number ${range}.`);
  };
}
