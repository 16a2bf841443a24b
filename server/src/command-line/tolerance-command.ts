import { Command } from 'commander';
import { partyFinder } from '@downstream/graph-schema/find-party';
import { DownstreamError } from '@downstream/graph-schema/problem';
import { compile } from '@downstream/ripple/compile';
import { partyNumber } from '@downstream/ripple/compiled-map';
import { tolerancePhrases } from '@downstream/ripple/explain-whole-map';
import { inWords } from '@downstream/ripple/phrase';
import { toleranceReport } from '@downstream/ripple/tolerance';
import { printable } from './plain-text.js';
import { withProgressLine } from './progress-line.js';
import { readMap } from './read-map.js';
import { refusal } from './refusal.js';
import { englishTranslate } from './translate.js';

interface Options {
  customer: string;
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
    .option('--parties <file>', 'with a CSV: a second one that tells more of the parties')
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
      const found = partyFinder(content.parties)(options.customer);
      if ('problem' in found) {
        throw new DownstreamError('INPUT_INVALID', [{ path: ['--customer'], ...found.problem }]);
      }
      const map = compile(content);
      const customer = partyNumber(map, found.id);
      if (map.isCustomer[customer] === 0) {
        throw refusal(`"${options.customer}" is no external customer; tolerance is theirs.`);
      }
      const report = withProgressLine((observer) => toleranceReport(map, customer, observer));
      if (options.json) {
        process.stdout.write(`${JSON.stringify(report)}\n`);
        return;
      }
      const translate = await englishTranslate();
      const lines = tolerancePhrases(map, report).map((words) => inWords(words, translate));
      process.stdout.write(`${printable([map.name, '', ...lines].join('\n').trimEnd())}\n`);
    });
