import { Checkbox, SegmentedControl } from '@mantine/core';
import type { AdvisedKind, AdviceSizes } from '@downstream/graph-schema/advice';
import { workingTimeOf } from '@downstream/graph-schema/duration';
import type { MapSettings } from '@downstream/graph-schema/map';
import { useTranslation } from 'react-i18next';
import { readMinutes, readPercent, writeMinutes, writePercent } from '../../open-map/measures';
import { CommittedField } from '../../ui/committed-field';
import './advice-asking.css';
import type { Asked } from './asked';

export interface AdviceAskingProps {
  settings: MapSettings;
  asked: Asked;
  onAsk: (change: Partial<Asked>) => void;
}

const sizeOf = { slack: 'slack', buffer: 'buffer', check: 'catchRate', alternative: 'switchTime' } as const;

/** Which kinds of change help with what: a check never makes anybody less late, slack never catches a defect. */
export const kindsFor = {
  delay: ['slack', 'buffer', 'alternative'],
  defect: ['check'],
} as const satisfies Record<Asked['kind'], AdvisedKind[]>;

/** How many changes, of which kinds, and how large. */
export function AdviceAsking({ settings, asked, onAsk }: AdviceAskingProps) {
  const { t } = useTranslation();
  const time = workingTimeOf(settings);
  const kinds = kindsFor[asked.kind];
  const chosen = kinds.filter((kind) => asked.kinds.includes(kind));
  const resize = (change: Partial<AdviceSizes>) => onAsk({ sizes: { ...asked.sizes, ...change } });
  const toggle = (kind: AdvisedKind, isOn: boolean) => {
    const next = isOn ? [...asked.kinds, kind] : asked.kinds.filter((other) => other !== kind);
    onAsk({ kinds: next });
  };
  return (
    <div className="leader-asking no-print" role="group" aria-label={t('leader.advice.ask')}>
      <div className="leader-changes">
        <span>{t('leader.advice.changes')}</span>
        <SegmentedControl
          aria-label={t('leader.advice.changes')}
          value={String(asked.changes)}
          data={['1', '2', '3', '4', '5']}
          onChange={(changes) => onAsk({ changes: Number(changes) })}
        />
      </div>
      {kinds.map((kind) => (
        <div key={kind} className="leader-kind">
          <Checkbox
            label={t(`leader.advice.kind.${kind}`)}
            checked={kinds.length === 1 || asked.kinds.includes(kind)}
            // The last one stays: of nothing nothing can be advised.
            disabled={chosen.length === 1 && chosen[0] === kind}
            onChange={(event) => toggle(kind, event.currentTarget.checked)}
          />
          <CommittedField
            size="sm"
            label={t(`leader.advice.size.${kind}`)}
            value={(kind === 'check' ? writePercent : writeMinutes)(asked.sizes[sizeOf[kind]], time)}
            onCommit={(text) => {
              const isShare = kind === 'check';
              const least = isShare
                ? t('leader.advice.percentProblem')
                : t('leader.filter.tooShort', { least: kind === 'alternative' ? '0m' : '1m' });
              const reading = isShare ? readPercent(text, least) : readMinutes(text, time);
              if ('problem' in reading) return reading.problem;
              if (reading.value === null || (reading.value === 0 && kind !== 'alternative')) return least;
              resize({ [sizeOf[kind]]: reading.value });
              return undefined;
            }}
          />
        </div>
      ))}
      <p className="leader-small">
        {t(asked.kind === 'defect' ? 'leader.advice.onlyChecks' : 'leader.advice.onlyTime')}
      </p>
    </div>
  );
}
