import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CustomerPart, WholeMapAnswers } from '../../engine/whole-map-question';
import { nameOf } from '../../open-map/name-of';
import { shortDuration } from '../../show/duration';
import './customer-list.css';
import { inGroup } from './in-group';
import type { ListProps } from './list-props';
import { toleratedInWords } from './measures';
import { MoreButton } from './more-button';
import { RankRow } from './rank-row';
import { gatewayRow, toleranceRow, upstreamRow } from './row-names';

/** External customers, each with the least tolerant upstream of it and its gateways. */
export function CustomerList(props: ListProps<WholeMapAnswers['customers']>) {
  const { answer, onMore } = props;
  const { t } = useTranslation();
  const isCut = answer.parts.some(
    ({ tolerance, felt, gateways, allGateways }) => tolerance.length < felt || gateways.length < allGateways,
  );
  return (
    <>
      {answer.parts.map((part) => (
        <OneCustomer key={part.customer} {...props} part={part} />
      ))}
      {isCut && <MoreButton onMore={onMore} />}
      {answer.others > 0 && (
        <p className="leader-small">{t('leader.customers.others', { count: answer.others })}</p>
      )}
    </>
  );
}

function OneCustomer(props: ListProps<unknown> & { part: CustomerPart }) {
  const { content, part, chosen, onChoose, addressOf, group } = props;
  const { t } = useTranslation();
  const { customer, tolerance, felt, never, gateways, allGateways } = part;
  const name = nameOf(content, customer);
  const all = upstreamRow(customer);
  const late = (minutes: number): string => shortDuration(minutes, content.map);
  const widest = gateways[0]?.behind ?? 1;
  return (
    <section className="leader-customer" aria-label={name}>
      <h3 className="leader-customer-name">
        <bdi>{name}</bdi>
        {tolerance.length > 0 && (
          <Button
            className="no-print"
            size="compact-sm"
            variant={chosen === all ? 'filled' : 'default'}
            aria-pressed={chosen === all}
            onClick={() => onChoose(chosen === all ? undefined : all)}
          >
            {t('leader.customers.light')}
          </Button>
        )}
      </h3>
      <h4 className="leader-subheading">{t('leader.customers.upstream')}</h4>
      {tolerance.length === 0 ? (
        <p className="leader-small">{inGroup(t, group)('leader.customers.noneFelt', { name })}</p>
      ) : (
        <ol className="leader-rows">
          {tolerance.map(({ party, minutes }) => (
            <RankRow
              key={party}
              name={toleranceRow(customer, party)}
              chosen={chosen}
              onChoose={onChoose}
              size={toleratedInWords(minutes, content.map)}
              title={<bdi>{nameOf(content, party)}</bdi>}
              why={
                minutes === 0
                  ? t('leader.customers.whyAtOnce', { name })
                  : t('leader.customers.why', { name, minutes: late(minutes) })
              }
            >
              <Link
                className="leader-link"
                to={addressOf(
                  { type: 'party', id: customer },
                  { party, kind: 'delay', minutes: minutes + 1 },
                )}
              >
                {t('leader.play')}
              </Link>
            </RankRow>
          ))}
        </ol>
      )}
      {felt > tolerance.length && (
        <p className="leader-small">{t('leader.customers.moreFelt', { count: felt - tolerance.length })}</p>
      )}
      {never > 0 && felt > 0 && (
        <p className="leader-small">{t('leader.customers.never', { count: never })}</p>
      )}
      <h4 className="leader-subheading">{t('leader.customers.gateways')}</h4>
      {gateways.length === 0 ? (
        <p className="leader-small">{t('leader.customers.noGateways')}</p>
      ) : (
        <ol className="leader-rows">
          {gateways.map(({ party, behind }) => (
            <RankRow
              key={party}
              name={gatewayRow(customer, party)}
              chosen={chosen}
              onChoose={onChoose}
              size={t('leader.customers.behind', { number: behind })}
              bar={behind / widest}
              title={<bdi>{nameOf(content, party)}</bdi>}
              why={t('leader.customers.whyGateway', { name, count: behind })}
            />
          ))}
        </ol>
      )}
      {allGateways > gateways.length && (
        <p className="leader-small">
          {t('leader.customers.moreGateways', { count: allGateways - gateways.length })}
        </p>
      )}
    </section>
  );
}
