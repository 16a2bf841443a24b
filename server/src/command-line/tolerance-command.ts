import { Command } from 'commander';
import { compile } from '@downstream/ripple/compile';
import { partyNumber } from '@downstream/ripple/compiled-map';
import { tolerancePhrases } from '@downstream/ripple/explain-whole-map';
import { narrow } from '@downstream/ripple/narrow';
import { inWords } from '@downstream/ripple/phrase';
import { toleranceReport } from '@downstream/ripple/tolerance';
import { customerNamed, groupNamed } from './narrowing-asked.js';
import { printable } from './plain-text.js';
import { deadlineOption, withProgressLine, type DeadlineOption } from './progress-line.js';
import { readMap } from './read-map.js';
import { englishTranslate } from './translate.js';

interface Options extends DeadlineOption {
  customer: string;
  group?: string;
  parties?: string;
  json?: true;
}

export const toleranceCommand = (): Command =>
  new Command('tolerance')
    .description('show how late each team or supplier may be, alone, before an external customer feels it')
    .argument(
      '<file>',
      'a map file: YAML, JSON, or CSV with the header provider,customer and what else is known',
    )
    .requiredOption('--customer <name>', 'an external customer, by name or id')
    .option('--group <name>', 'only parties of this department')
    .option('--parties <file>', 'with a CSV: a second one that tells more of the parties')
    .option(...deadlineOption)
    .option('--json', 'print the list as JSON, and nothing else')
    .addHelpText(
      'after',
      `
Examples:
  downstream tolerance seed/maps/airline-lost-bag.yaml --customer "Connecting passengers"
  downstream tolerance links.csv --customer Guests --json`,
    )
    .action(async (file: string, options: Options) => {
      const content = await readMap(file, options.parties);
      const map = compile(content);
      const customer = partyNumber(map, customerNamed(map, options.customer));
      const group = options.group === undefined ? undefined : groupNamed(map, options.group);
      const { hasParty: among } = narrow(map, { group });
      const report = withProgressLine(options, (observer) =>
        toleranceReport(map, customer, { ...observer, among }),
      );
      if (options.json) {
        process.stdout.write(`${JSON.stringify(report)}\n`);
        return;
      }
      const translate = await englishTranslate();
      const lines = tolerancePhrases(map, report).map((words) => inWords(words, translate));
      process.stdout.write(`${printable([map.name, '', ...lines].join('\n').trimEnd())}\n`);
    });
