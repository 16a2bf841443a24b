import { useTranslation } from 'react-i18next';
import { Part } from '../../ui/part';
import type { KindDifference } from './difference';
import { harmInWords, harmNumber } from './difference-in-words';

/** Harm before and after, one under the other on one scale. Delay and defect have a pair each: they are never added. */
export function HarmBars({ differences }: { differences: readonly KindDifference[] }) {
  const { t } = useTranslation();
  return (
    <>
      {differences.map(({ kind, harm }) => {
        const most = Math.max(harm.before, harm.after);
        return (
          <Part key={kind} title={t(`compare.harm.${kind}`)} gap="xs">
            <dl className="harm-bars" aria-description={harmInWords({ kind, harm }, t)}>
              {(['before', 'after'] as const).map((which) => (
                <div key={which} className="harm-bar" data-of={which}>
                  <dt>{t(`compare.${which}`)}</dt>
                  <dd>
                    <span
                      className="harm-length"
                      style={{ width: most > 0 ? `${(harm[which] / most) * 100}%` : 0 }}
                    />
                    <span className="harm-number">
                      {t(`compare.harm.bar.${kind}`, { count: harmNumber(harm[which], kind) })}
                    </span>
                  </dd>
                </div>
              ))}
            </dl>
          </Part>
        );
      })}
    </>
  );
}
