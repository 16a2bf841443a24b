import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WholeMapAnswers } from '../../engine/whole-map-question';
import { nameOf } from '../../open-map/name-of';
import { percent } from '../../show/duration';
import { phraseText } from '../../text/phrases';
import type { ListProps } from './list-props';
import { harmInWords } from './measures';
import { MoreButton } from './more-button';
import { RankRow } from './rank-row';
import { teamRow } from './row-names';

/** Teams and suppliers by what their trouble costs external customers. */
export function TeamList(props: ListProps<WholeMapAnswers['teams']>) {
  const { content, answer, disruption, customer, chosen, onChoose, onMore, addressOf } = props;
  const { t, i18n } = useTranslation();
  const rows = answer.rows.filter(({ told }) => told);
  const widest = rows[0]?.share ?? 1;
  return (
    <>
      {rows.length === 0 && <p className="leader-small">{t('leader.teams.none')}</p>}
      <ol className="leader-rows" aria-label={t('leader.teams.caption')}>
        {rows.map(({ party, harm, share, standardError, told }) => (
          <RankRow
            key={party}
            name={teamRow(party)}
            chosen={chosen}
            onChoose={onChoose}
            size={percent(share)}
            bar={share / widest}
            title={<bdi>{nameOf(content, party)}</bdi>}
            why={told ? phraseText(told.why) : ''}
            numbers={t('leader.teams.costs', {
              harm: harmInWords(
                { kind: disruption.kind, isAlone: customer !== undefined, amount: harm, standardError },
                t,
                i18n.language,
              ),
            })}
          >
            <Link
              className="leader-link"
              to={addressOf({ type: 'party', id: party }, { ...disruption, party })}
            >
              {t('leader.play')}
            </Link>
          </RankRow>
        ))}
      </ol>
      {rows.length < answer.rows.length && <MoreButton onMore={onMore} />}
      {answer.harmless > 0 && (
        <p className="leader-small">{t('leader.teams.harmless', { count: answer.harmless })}</p>
      )}
    </>
  );
}
