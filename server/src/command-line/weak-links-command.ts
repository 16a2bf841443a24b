import { Command } from 'commander';
import { compile } from '@downstream/ripple/compile';
import { harmPhrase, tellWeakLink, toldPhrase } from '@downstream/ripple/explain-whole-map';
import { narrow } from '@downstream/ripple/narrow';
import { inWords, phrase } from '@downstream/ripple/phrase';
import { reliefOf, weakLinks } from '@downstream/ripple/weak-links';
import { narrowingAsked, withNarrowing, type NarrowingOptions } from './narrowing-asked.js';
import { folded, printable } from './plain-text.js';
import { deadlineOption, withProgressLine, type DeadlineOption } from './progress-line.js';
import { readMap } from './read-map.js';
import { referenceAsked, type ReferenceOptions } from './reference-asked.js';
import { englishTranslate } from './translate.js';
import { wholeNumber } from './whole-number.js';

interface Options extends ReferenceOptions, NarrowingOptions, DeadlineOption {
  top?: number;
  parties?: string;
  json?: true;
}

/** What fits a terminal; what is worth the time on a large map; up to how many links all of them are. */
const most = { inWords: 10, asJson: 100, all: 1_000 };

export const weakLinksCommand = (): Command =>
  withNarrowing(new Command('weak-links'))
    .description('rank links by the harm to external customers that would not be without them')
    .argument(
      '<file>',
      'a map file: YAML, JSON, or CSV with the header provider,customer and what else is known',
    )
    .option('--delay <duration>', 'how late each team and supplier is in turn (default: one day)')
    .option('--defect', 'a defect at each of them in turn instead')
    .option(
      '--top <number>',
      'how many links (default: 10; as JSON all of up to 1000, else 100)',
      wholeNumber(1, 1_000_000),
    )
    .option('--parties <file>', 'with a CSV: a second one that tells more of the parties')
    .option(...deadlineOption)
    .option('--json', 'print the list as JSON, and nothing else')
    .addHelpText(
      'after',
      `
Harm carried is what harm over the whole map falls by if a link is never late, or passes no defect.

Examples:
  downstream weak-links seed/maps/airline-lost-bag.yaml
  downstream weak-links seed/maps/product-company.yaml --delay 2h --top 5 --customer "Households"
  downstream weak-links links.csv --parties parties.csv --defect --json`,
    )
    .action(async (file: string, options: Options) => {
      const content = await readMap(file, options.parties);
      const whole = compile(content);
      const { map, touchesLink: among } = narrow(whole, narrowingAsked(whole, options));
      const disruption = referenceAsked(content, map, options);
      const top = options.top ?? topUnlessSaid(map.links.length, options);
      const weak = withProgressLine(options, (observer) =>
        weakLinks(map, disruption, top, { ...observer, among }),
      );
      if (options.json) {
        process.stdout.write(`${JSON.stringify(weak.report)}\n`);
        return;
      }
      const translate = await englishTranslate();
      const carrying = weak.report.links.filter(({ harmCarried }) => harmCarried > 0);
      const lines = carrying.flatMap((link, i) => {
        const number = `${i + 1}. `;
        const told = tellWeakLink(map, disruption, link, reliefOf(map, weak, link.link));
        return folded(number + inWords(toldPhrase(told), translate), 96, ' '.repeat(number.length));
      });
      if (carrying.length === 0 && weak.harm.total > 0)
        lines.push(...folded(inWords(phrase('weakLink.none'), translate)));
      const all = inWords(harmPhrase(map, disruption, weak.harm.total), translate);
      process.stdout.write(`${printable([map.name, ...folded(all), '', ...lines].join('\n').trimEnd())}\n`);
    });

function topUnlessSaid(links: number, { json }: Options): number {
  if (!json) return most.inWords;
  return links <= most.all ? most.all : most.asJson;
}
