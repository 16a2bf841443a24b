import type { MapContent } from '@downstream/graph-schema/map-content';
import type { MapFinding } from '@downstream/graph-schema/map-findings';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WholeMapAnswers } from '../../engine/whole-map-question';
import { linkInWords, nameOf } from '../../open-map/name-of';
import './finding-list.css';
import type { ListProps } from './list-props';
import { MoreButton } from './more-button';
import { findingItemRow, findingRow } from './row-names';
import { sidesInWords } from './sides-in-words';

/** What is worth a second look, whatever goes wrong: each finding, what to do about it, and whom it names. */
export function FindingList(
  props: Pick<ListProps<WholeMapAnswers['findings']>, 'content' | 'answer' | 'chosen' | 'onChoose'>,
) {
  const { t } = useTranslation();
  const { answer } = props;
  if (answer.findings.length === 0) return <p className="leader-small">{t('leader.findings.none')}</p>;
  return answer.findings.map(({ finding }, place) => (
    <OneFinding key={place} {...props} finding={finding} place={place} />
  ));
}

/** More names than these wait until they are asked for. */
const firstNames = 12;

interface OneFindingProps {
  content: MapContent;
  finding: MapFinding;
  place: number;
  chosen: string | undefined;
  onChoose: (row: string | undefined) => void;
}

function OneFinding({ content, finding, place, chosen, onChoose }: OneFindingProps) {
  const { t } = useTranslation();
  const [showsAll, setShowsAll] = useState(false);
  const { code } = finding;
  const named = namedBy(content, finding);
  const shown = showsAll ? named : named.slice(0, firstNames);
  const whole = findingRow(place);
  const press = (row: string) => () => onChoose(chosen === row ? undefined : row);
  return (
    <section className="leader-finding">
      <h3 className="leader-finding-title">{t(`leader.findings.title.${code}`)}</h3>
      <p className="leader-why">{t(`leader.findings.what.${code}`)}</p>
      {code === 'LOOP_WITHOUT_SLACK' ? (
        <button type="button" className="leader-chip" aria-pressed={chosen === whole} onClick={press(whole)}>
          {shown.map(({ name }) => name).join(', ')}
          {shown.length < named.length && (
            <small>{t('leader.relief.more', { count: named.length - shown.length })}</small>
          )}
        </button>
      ) : (
        <ul className="leader-chips">
          {shown.map(({ id, name, hint }) => {
            const row = findingItemRow(place, id);
            return (
              <li key={id}>
                <button
                  type="button"
                  className="leader-chip"
                  aria-pressed={chosen === row}
                  onClick={press(row)}
                >
                  <bdi>{name}</bdi>
                  {hint !== undefined && <small>{hint}</small>}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {shown.length < named.length && <MoreButton onMore={() => setShowsAll(true)} />}
    </section>
  );
}

interface Named {
  id: string;
  name: string;
  hint?: string | undefined;
}

function namedBy(content: MapContent, finding: MapFinding): Named[] {
  if ('parties' in finding) {
    return finding.parties.map((id) => ({ id, name: nameOf(content, id) }));
  }
  if (!('links' in finding)) return [];
  const wanted = new Set(finding.links);
  return content.links
    .filter(({ id }) => wanted.has(id))
    .map((link) => ({ id: link.id, name: linkInWords(content, link), hint: sidesInWords(content, link.id) }));
}
