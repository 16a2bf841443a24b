import { Button, Group, UnstyledButton } from '@mantine/core';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { workingTimeOf } from '@downstream/graph-schema/duration';
import { limits } from '@downstream/graph-schema/limits';
import type { EffectiveNumber } from '@downstream/ripple/effective-number';
import { useTranslation } from 'react-i18next';
import { readMinutes, readPercent, writeMinutes, writePercent } from '../../open-map/measures';
import { CommittedField } from '../../ui/committed-field';
import { measureInWords } from './edit-in-words';
import { isChance, type NumberName } from './number-at';

export interface NumberFieldProps {
  content: MapContent;
  field: NumberName;
  /** What counts on the map as it is. */
  now: EffectiveNumber;
  /** What would count. */
  value: number;
  isChanged: boolean;
  /** Answers what is wrong with it, if anything. */
  onChange: (value: number) => string | undefined;
  onReset: () => void;
}

/** One number to play with: in steps by its buttons, or typed as people say it. */
export function NumberField(props: NumberFieldProps) {
  const { content, field, now, value, isChanged, onChange, onReset } = props;
  const { t } = useTranslation();
  const time = workingTimeOf(content.map);
  const label = t(`compare.change.field.${field}`);
  const standing = { value: measureInWords(field, now.value, content), origin: t(`origin.${now.origin}`) };
  const step = (direction: 1 | -1): void => {
    onChange(isChance(field) ? chanceStep(value, direction) : minuteStep(value, direction));
  };
  return (
    <div className="what-if-number" data-changed={isChanged}>
      <Group gap={6} align="flex-end" wrap="nowrap">
        <CommittedField
          label={label}
          description={t(`compare.change.hint.${field}`)}
          value={isChance(field) ? writePercent(value) : writeMinutes(value, time)}
          onCommit={(typed) => {
            const reading = isChance(field)
              ? readPercent(typed, t('compare.change.percent'))
              : readMinutes(typed, time);
            if ('problem' in reading) return reading.problem;
            if (reading.value === null) onReset();
            else return onChange(reading.value);
            return undefined;
          }}
        />
        <StepButton label={t('compare.change.less', { field: label })} sign="−" onPress={() => step(-1)} />
        <StepButton label={t('compare.change.more', { field: label })} sign="+" onPress={() => step(1)} />
      </Group>
      <p className="what-if-standing small-words">
        {t(isChanged ? 'compare.change.was' : 'compare.change.now', standing)}
        {isChanged && (
          <UnstyledButton
            className="what-if-reset"
            aria-label={t('compare.change.resetOf', { what: label })}
            onClick={onReset}
          >
            {t('compare.change.reset')}
          </UnstyledButton>
        )}
      </p>
    </div>
  );
}

const StepButton = ({ label, sign, onPress }: { label: string; sign: string; onPress: () => void }) => (
  <Button variant="default" className="what-if-step" aria-label={label} onClick={onPress}>
    {sign}
  </Button>
);

/** Five minutes in the first hour, half an hour in the first day, half a day from then on; onto round numbers. */
function minuteStep(minutes: number, direction: 1 | -1): number {
  const below = direction === 1 ? minutes : minutes - 1;
  const step = below < 60 ? 5 : below < 480 ? 30 : 240;
  return within(
    limits.minutes,
    (direction === 1 ? Math.floor(minutes / step) + 1 : Math.ceil(minutes / step) - 1) * step,
  );
}

/** Ten percent, onto round ones. */
function chanceStep(chance: number, direction: 1 | -1): number {
  const tenths = Number((chance * 10).toFixed(6));
  return within(1, (direction === 1 ? Math.floor(tenths) + 1 : Math.ceil(tenths) - 1) / 10);
}

const within = (most: number, value: number): number => Math.max(0, Math.min(most, value));
