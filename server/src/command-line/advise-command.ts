import { Command } from 'commander';
import { adviceQuestionSchema } from '@downstream/graph-schema/advice';
import { advice, adviceWanted, reliefOfAdvice } from '@downstream/ripple/advice';
import { compile } from '@downstream/ripple/compile';
import { adviceMethodPhrase, harmPhrase, tellAdvice, toldPhrase } from '@downstream/ripple/explain-whole-map';
import { narrow } from '@downstream/ripple/narrow';
import { stepOf } from '@downstream/ripple/observer';
import { inWords } from '@downstream/ripple/phrase';
import { narrowingAsked, withNarrowing, type NarrowingOptions } from './narrowing-asked.js';
import { folded, printable } from './plain-text.js';
import { deadlineOption, withProgressLine, type DeadlineOption } from './progress-line.js';
import { readMap } from './read-map.js';
import { referenceAsked, type ReferenceOptions } from './reference-asked.js';
import { refusal } from './refusal.js';
import { englishTranslate } from './translate.js';
import { wholeNumber } from './whole-number.js';

interface Options extends ReferenceOptions, NarrowingOptions, DeadlineOption {
  changes: number;
  slack: number;
  buffer: number;
  catchRate: number;
  switchTime: number;
  parties?: string;
  json?: true;
}

/** What is no number is refused with those that are no probability. */
const probability = (text: string): number => (text.trim() === '' ? NaN : Number(text));
const size = wholeNumber(1, 5_256_000);

export const adviseCommand = (): Command =>
  withNarrowing(new Command('advise'))
    .description('find the few changes that take most harm off external customers')
    .argument(
      '<file>',
      'a map file: YAML, JSON, or CSV with the header provider,customer and what else is known',
    )
    .option('--changes <number>', 'how many changes, 1 to 5', wholeNumber(1, 5), 3)
    .option('--delay <duration>', 'how late each team and supplier is in turn (default: one day)')
    .option('--defect', 'a defect at each of them in turn instead')
    .option('--slack <minutes>', 'how much more slack a link could get', size, 60)
    .option('--buffer <minutes>', 'how much more a party could make up', size, 60)
    .option('--catch-rate <probability>', 'how many defects a new check would catch', probability, 0.8)
    .option(
      '--switch-time <minutes>',
      'how fast a new substitute could be switched to',
      wholeNumber(0, 5_256_000),
      60,
    )
    .option('--parties <file>', 'with a CSV: a second one that tells more of the parties')
    .option(...deadlineOption)
    .option('--json', 'print the advice as JSON, and nothing else')
    .addHelpText(
      'after',
      `
Examples:
  downstream advise seed/maps/airline-lost-bag.yaml --changes 3
  downstream advise links.csv --delay 2h --slack 30 --json
  downstream advise links.csv --defect --changes 1 --group Operations`,
    )
    .action(async (file: string, options: Options) => {
      const content = await readMap(file, options.parties);
      const whole = compile(content);
      const { slack, buffer, switchTime, catchRate } = options;
      const question = adviceQuestionSchema.safeParse({
        ...narrowingAsked(whole, options),
        changes: options.changes,
        disruption: referenceAsked(content, whole, options),
        sizes: { slack, buffer, switchTime, catchRate },
      });
      if (!question.success) throw refusal('--catch-rate is a probability: write a number from 0 to 1.');
      const within = narrow(whole, question.data);
      const { map } = within;
      const wanted = adviceWanted(within, question.data);
      const { report, relief } = withProgressLine(options, (observer) => {
        if (options.json) return { report: advice(map, wanted, observer), relief: [] };
        const report = advice(map, wanted, stepOf(observer, 0, 0.8));
        return { report, relief: reliefOfAdvice(map, wanted, report, stepOf(observer, 0.8, 1)) };
      });
      if (options.json) {
        process.stdout.write(`${JSON.stringify(report)}\n`);
        return;
      }
      const translate = await englishTranslate();
      const told = tellAdvice(map, report, relief);
      const lines = told.flatMap((words, i) =>
        folded(`${i + 1}. ${inWords(toldPhrase(words), translate)}`, 96, '   '),
      );
      const all = folded(inWords(harmPhrase(map, wanted.disruption, report.harm), translate));
      const method = inWords(adviceMethodPhrase(report), translate);
      process.stdout.write(`${printable([map.name, ...all, '', ...lines, method].join('\n'))}\n`);
    });
