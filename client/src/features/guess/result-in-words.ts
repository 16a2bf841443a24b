import type { MapContent } from '@downstream/graph-schema/map-content';
import type { RippleReport } from '@downstream/graph-schema/ripple-report';
import type { TFunction } from 'i18next';
import { nameOf } from '../../open-map/name-of';
import { percent } from '../../show/duration';
import { countOf, countsAsHit, type RoundResult } from './round';

/** More names than these make no sentence. */
const mostNames = 8;

/** "You found 5 of 7." and after it who was found, who surprised, and who was not hit and why. */
export function resultInWords(
  result: RoundResult,
  report: RippleReport,
  content: MapContent,
  t: TFunction,
): { headline: string; sentences: string[] } {
  const { found, surprises, notHit } = result;
  const { hit } = countOf(result);
  const names = (parties: readonly string[], inWords = (party: string) => nameOf(content, party)): string => {
    const listed = parties.slice(0, mostNames).map(inWords).join(', ');
    const count = parties.length - mostNames;
    return count > 0 ? t('guess.andMore', { names: listed, count }) : listed;
  };
  const sentences: string[] = [];
  if (found.length > 0) sentences.push(t('guess.result.foundNames', { names: names(found) }));
  if (surprises.length > 0)
    sentences.push(t('guess.result.surprises', { count: surprises.length, names: names(surprises) }));
  if (notHit.length > 0) {
    const why = (party: string): string => whyNot(party, report, content, t);
    sentences.push(t('guess.result.notHit', { count: notHit.length, names: names(notHit, why) }));
  }
  if (report.defect) sentences.push(t('guess.result.defect', { chance: percent(countsAsHit) }));
  const headline =
    hit === 0 ? t('guess.result.nobody') : t('guess.result.found', { found: found.length, hit });
  return { headline, sentences };
}

/** "Bag tracing (spared by slack)"; the name alone where the ripple never came near. */
function whyNot(id: string, { delay, defect }: RippleReport, content: MapContent, t: TFunction): string {
  const party = nameOf(content, id);
  const spared = delay?.spared.find((one) => one.party === id);
  if (spared) return t(`guess.result.spared.${spared.by}`, { party });
  if (delay?.inconvenienced.includes(id)) return t('guess.result.spared.inconvenienced', { party });
  const chance = defect?.hits.find((one) => one.party === id)?.probability;
  return chance === undefined ? party : t('guess.result.spared.unlikely', { party, chance: percent(chance) });
}
