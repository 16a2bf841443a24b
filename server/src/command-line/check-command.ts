import { Command } from 'commander';
import { mapInWords } from './map-in-words.js';
import { readMap } from './read-map.js';

export const checkCommand = (): Command =>
  new Command('check')
    .description('check a map file: a summary, or every mistake with its line on standard error')
    .argument(
      '<file>',
      'a map file: YAML, JSON, or CSV with the header provider,customer and what else is known',
    )
    .option('--parties <file>', 'with a CSV: a second one that tells more of the parties')
    .addHelpText(
      'after',
      `
Examples:
  downstream check seed/maps/airline-lost-bag.yaml
  downstream check links.csv --parties parties.csv`,
    )
    .action(async (file: string, { parties }: { parties?: string }) => {
      const content = await readMap(file, parties);
      process.stdout.write(`${await mapInWords(content)}\n`);
    });
