import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ripple } from '../../engine/use-ripple';
import { shortDuration } from '../../show/duration';
import '../../text/en-account';
import { inOrder } from './in-order';

export interface RippleAccountProps {
  content: MapContent;
  ripple: Ripple;
  onSelect: (item: ItemReference) => void;
}

/** More steps than these wait until they are asked for. */
const firstSteps = 60;

/** The ripple as it is told rather than shown: everyone it comes near, in order, each with why. */
export default function RippleAccount(props: RippleAccountProps) {
  const { t } = useTranslation();
  // While it is folded away none of its words need be made, at every move of a slider.
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="ripple-account" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('account.title')}</summary>
      {isOpen && <Steps {...props} />}
    </details>
  );
}

function Steps({ content, ripple, onSelect }: RippleAccountProps) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const steps = useMemo(() => inOrder(ripple), [ripple]);
  const shown = isWhole ? steps : steps.slice(0, firstSteps);
  return (
    <>
      <ol aria-label={t('account.list')}>
        {shown.map(({ party, at, words }) => (
          <li key={party}>
            <button
              type="button"
              className="sized-row"
              onClick={() => onSelect({ type: 'party', id: party })}
            >
              <span>
                {words}
                {at !== undefined && at > 0 && (
                  <small>{t('account.at', { clock: `+${shortDuration(at, content.map)}` })}</small>
                )}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {steps.length > shown.length && (
        <button type="button" className="sized-row" onClick={() => setWhole(true)}>
          {t('account.more', { count: steps.length })}
        </button>
      )}
    </>
  );
}
