import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WholeMapAnswers } from '../../engine/whole-map-question';
import { percent } from '../../show/duration';
import { phraseText } from '../../text/phrases';
import type { ListProps } from './list-props';
import { harmInWords } from './measures';
import { RankRow } from './rank-row';
import { ReliefList } from './relief-list';
import { adviceRow } from './row-names';

/** The best changes in the order in which to make them, with what falls for whom. */
export function AdviceList(props: Omit<ListProps<WholeMapAnswers['advice']>, 'onMore'>) {
  const { content, answer, disruption, customer, chosen, onChoose, addressOf } = props;
  const { t, i18n } = useTranslation();
  const { rows, harm } = answer;
  if (rows.length === 0) return <p className="leader-small">{t('leader.advice.none')}</p>;
  const isAlone = customer !== undefined;
  const before = (i: number): number => rows[i - 1]?.harmAfter ?? harm;
  const widest = Math.max(...rows.map(({ harmAfter }, i) => before(i) - harmAfter), Number.MIN_VALUE);
  return (
    <>
      <ol className="leader-rows" aria-label={t('leader.advice.caption')}>
        {rows.map((row, i) => {
          const gain = before(i) - row.harmAfter;
          const item = {
            type: row.kind === 'slack' || row.kind === 'alternative' ? ('link' as const) : ('party' as const),
            id: row.target,
          };
          return (
            <RankRow
              key={adviceRow(i)}
              name={adviceRow(i)}
              chosen={chosen}
              onChoose={onChoose}
              size={`−${percent(gain / harm)}`}
              bar={gain / widest}
              title={<bdi>{phraseText(row.what)}</bdi>}
              why={phraseText(row.why)}
              numbers={t('leader.advice.after', {
                harm: harmInWords(
                  {
                    kind: disruption.kind,
                    isAlone,
                    amount: row.harmAfter,
                    standardError: 0,
                  },
                  t,
                  i18n.language,
                ),
                share: percent(row.harmAfter / harm),
              })}
            >
              <ReliefList {...{ content, disruption, customer }} relief={row.relief} />
              <Link className="leader-link" to={addressOf(item, undefined)}>
                {t('leader.details')}
              </Link>
            </RankRow>
          );
        })}
      </ol>
      <p className="leader-small">{phraseText(answer.choiceWords)}</p>
    </>
  );
}
