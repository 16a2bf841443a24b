import { useTranslation } from 'react-i18next';
import type { CustomerRelief } from '../../engine/whole-map-question';
import { nameOf } from '../../open-map/name-of';
import type { ListProps } from './list-props';
import { amountOf } from './measures';
import './relief-list.css';

/** More customers than these are a number, and less than this share of it all is not worth a line. */
const most = 5;
const least = 0.005;

/** What falls for whom, most first. */
export function ReliefList({
  content,
  relief,
  disruption,
  customer,
}: Pick<ListProps<unknown>, 'content' | 'disruption' | 'customer'> & { relief: readonly CustomerRelief[] }) {
  const { t, i18n } = useTranslation();
  const all = relief.reduce((sum, { harm }) => sum + harm, 0);
  const telling = relief.filter(({ harm }, i) => i < most && harm >= least * all);
  if (telling.length === 0) return <p className="leader-small">{t('leader.relief.none')}</p>;
  const unit = t(`leader.relief.unit.${disruption.kind}${customer === undefined ? '' : 'Alone'}`);
  return (
    <>
      <h4 className="leader-subheading">{t('leader.relief.title', { unit })}</h4>
      <ul className="leader-relief">
        {telling.map((one) => (
          <li key={one.customer}>
            <bdi>{nameOf(content, one.customer)}</bdi>
            <span className="numbers">−{amountOf(disruption.kind, one.harm, i18n.language)}</span>
          </li>
        ))}
      </ul>
      {relief.length > telling.length && (
        <p className="leader-small">{t('leader.relief.more', { count: relief.length - telling.length })}</p>
      )}
    </>
  );
}
