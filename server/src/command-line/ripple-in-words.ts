import type { RippleReport } from '@downstream/graph-schema/ripple-report';
import { chancePhrase } from '@downstream/ripple/chance-phrase';
import { partyNumber, type CompiledMap } from '@downstream/ripple/compiled-map';
import { shortDurationPhrase } from '@downstream/ripple/duration-phrase';
import { explain, type Explanation } from '@downstream/ripple/explain';
import { inWords, type Phrase, type Translate } from '@downstream/ripple/phrase';
import { columns, folded, printable } from './plain-text.js';
import { defectTree, delayTree } from './ripple-tree.js';
import { englishTranslate } from './translate.js';

/** More rows than these are counted instead. */
const mostRows = 20;

/**
 * A report for a person at a terminal: what was asked, the verdict, who feels it, how it spread, where it stopped,
 * what the answer rests on and what it leaves out.
 */
export async function rippleInWords(map: CompiledMap, report: RippleReport): Promise<string> {
  const translate = await englishTranslate();
  const told = explain(map, report);
  const say = (phrases: readonly Phrase[], prefix = '') =>
    phrases.flatMap((phrase) => folded(prefix + inWords(phrase, translate), 96, ' '.repeat(prefix.length)));
  const sections: string[][] = [
    [map.name, ...say(told.asked)],
    say(told.headlines.map(({ words }) => words)),
    customers(told, say),
  ];
  if (told.delay) {
    sections.push(titled('Who is late', lateTable(map, told.delay, translate)));
    sections.push(titled('How it spreads', delayTree(map, told.delay, translate)));
    sections.push(titled('Where it stops', stops(told.delay, say)));
    sections.push(say(told.delay.summary));
  }
  if (told.defect) {
    sections.push(titled('Who may be hit', hitTable(map, told.defect, translate)));
    // A party can be likelier than the one above it: the tree shows one way to it, its chance counts them all.
    sections.push(
      titled(
        'A possible way for it to spread; each chance counts every way',
        defectTree(map, told.defect, translate),
      ),
    );
    sections.push(say(told.defect.summary));
  }
  sections.push([...say([told.provenance.words]), ...say(told.findings, '! ')]);
  sections.push(say([told.limits]));
  return printable(
    sections
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join('\n'))
      .join('\n\n'),
  );
}

type Say = (phrases: readonly Phrase[], prefix?: string) => string[];

const titled = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];

/** Every external customer's verdict but the headlines', hardest hit first. */
function customers(told: Explanation, say: Say): string[] {
  const said = new Set(told.headlines.map(({ words }) => words));
  const verdicts = [...(told.delay?.verdicts ?? []), ...(told.defect?.verdicts ?? [])];
  const others = verdicts.map(({ words }) => words).filter((words) => !said.has(words));
  return [...say(others.slice(0, mostRows)), ...more(others.length, 'external customers')];
}

function lateTable(
  map: CompiledMap,
  { traces }: NonNullable<Explanation['delay']>,
  translate: Translate,
): string[] {
  const late = traces.filter(({ outcome }) => outcome === 'origin' || outcome === 'late');
  const short = (minutes: number): string => inWords(shortDurationPhrase(minutes, map), translate);
  const rows = late.slice(0, mostRows).map(({ party, minutes, at, input }) => {
    const through = input ? `through ${nameOf(map, input.provider)}` : 'where it begins';
    return [nameOf(map, party), `+${short(minutes)}`, at ? `after ${short(at)}` : 'at once', through];
  });
  return [...columns(rows), ...more(late.length, 'parties')];
}

function hitTable(
  map: CompiledMap,
  { traces }: NonNullable<Explanation['defect']>,
  translate: Translate,
): string[] {
  const rows = traces.slice(0, mostRows).map(({ party, outcome, probability, standardError }) => {
    const chance = outcome === 'origin' ? 'where it begins' : inWords(chancePhrase(probability), translate);
    return [
      nameOf(map, party),
      standardError > 0 ? `${chance} ± ${inWords(chancePhrase(standardError), translate)}` : chance,
    ];
  });
  return [...columns(rows), ...more(traces.length, 'parties')];
}

function stops({ traces }: NonNullable<Explanation['delay']>, say: Say): string[] {
  const stopped = traces.filter(({ outcome }) => outcome === 'spared' || outcome === 'inconvenienced');
  const words = stopped.slice(0, mostRows).flatMap((trace) => trace.words);
  return [...say(words), ...more(stopped.length, 'parties')];
}

const more = (count: number, what: string): string[] =>
  count > mostRows ? [`… and ${count - mostRows} more ${what}`] : [];

const nameOf = (map: CompiledMap, id: string): string => map.parties[partyNumber(map, id)]!.name;
