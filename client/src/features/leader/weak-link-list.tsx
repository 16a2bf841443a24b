import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WholeMapAnswers } from '../../engine/whole-map-question';
import { nameOf } from '../../open-map/name-of';
import { percent } from '../../show/duration';
import { phraseText } from '../../text/phrases';
import { outputNames } from './link-names';
import type { ListProps } from './list-props';
import { harmInWords } from './measures';
import { MoreButton } from './more-button';
import { RankRow } from './rank-row';
import { ReliefList } from './relief-list';
import { weakRow } from './row-names';

/** Links by the harm they carry, each with why it is there and what fixing it buys. */
export function WeakLinkList(props: ListProps<WholeMapAnswers['weak-links']>) {
  const { content, answer, disruption, customer, group, chosen, onChoose, onMore, addressOf } = props;
  const { t, i18n } = useTranslation();
  const outputs = outputNames(content);
  const widest = answer.rows[0]?.share ?? 1;
  if (answer.rows.length === 0) {
    const none = group === undefined ? t('leader.weak.none') : t('leader.weak.noneInGroup', { group });
    return <p className="leader-small">{none}</p>;
  }
  return (
    <>
      <ol className="leader-rows" aria-label={t('leader.weak.caption')}>
        {answer.rows.map((row) => (
          <RankRow
            key={row.link}
            name={weakRow(row.link)}
            chosen={chosen}
            onChoose={onChoose}
            size={percent(row.share)}
            bar={row.share / widest}
            title={
              <>
                <bdi>{outputs.get(row.link)}</bdi>{' '}
                <span className="leader-way">
                  <bdi>{nameOf(content, row.provider)}</bdi> → <bdi>{nameOf(content, row.customer)}</bdi>
                </span>
              </>
            }
            why={phraseText(row.why)}
            numbers={
              <>
                {t('leader.weak.carried', {
                  harm: harmInWords(
                    {
                      kind: disruption.kind,
                      isAlone: customer !== undefined,
                      amount: row.harmCarried,
                      standardError: row.standardError,
                    },
                    t,
                    i18n.language,
                  ),
                })}
                {' · '}
                {t('leader.weak.health')}
              </>
            }
          >
            <ReliefList {...{ content, disruption, customer }} relief={row.relief} />
            <p className="leader-small">{t('leader.weak.healthHint')}</p>
            <Link
              className="leader-link"
              to={addressOf({ type: 'link', id: row.link }, { ...disruption, party: row.provider })}
            >
              {t('leader.play')}
            </Link>
          </RankRow>
        ))}
      </ol>
      {answer.hasMore && <MoreButton onMore={onMore} />}
    </>
  );
}
