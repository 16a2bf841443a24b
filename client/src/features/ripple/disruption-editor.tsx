import { Group, NativeSelect, SegmentedControl, Slider, Stack, Text, TextInput } from '@mantine/core';
import type { Disruption } from '@downstream/graph-schema/disruption';
import { limits } from '@downstream/graph-schema/limits';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { startTransition, useOptimistic, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDuration, workingTimeInWords } from '../../show/duration';
import {
  delayScale,
  minutesAt,
  minutesIn,
  naturalUnit,
  positionOf,
  stretchLength,
  timeUnits,
  type TimeUnit,
} from './delay-scale';
import { PartyPicker } from './later-party-picker';

export interface DisruptionEditorProps {
  content: MapContent;
  disruption: Disruption;
  onChange: (disruption: Disruption) => void;
}

/** Half an hour: late enough to be felt somewhere on most maps, early enough to be believed. */
export const firstDelay = 30;

/** Who is disrupted, and how: a delay by slider or number, or a defect. */
export function DisruptionEditor({ content, disruption, onChange }: DisruptionEditorProps) {
  const { t } = useTranslation();
  // What the slider said before "defect" was chosen comes back with "delay".
  const [lastMinutes, setLastMinutes] = useState(firstDelay);
  const { party } = disruption;
  const delay = (minutes: number): void => {
    setLastMinutes(minutes);
    onChange({ party, kind: 'delay', minutes });
  };
  return (
    <Stack gap="sm">
      <PartyPicker
        content={content}
        party={party}
        onPick={(picked) => onChange({ ...disruption, party: picked })}
      />
      <SegmentedControl
        fullWidth
        aria-label={t('ripple.kind')}
        value={disruption.kind}
        data={[
          { value: 'delay', label: t('ripple.delay') },
          { value: 'defect', label: t('ripple.defect') },
        ]}
        onChange={(kind) => (kind === 'delay' ? delay(lastMinutes) : onChange({ party, kind: 'defect' }))}
      />
      {disruption.kind === 'delay' && (
        <DelayInput content={content} minutes={disruption.minutes} onChange={delay} />
      )}
    </Stack>
  );
}

interface DelayInputProps {
  content: MapContent;
  minutes: number;
  onChange: (minutes: number) => void;
}

/** The same minutes twice: a slider to play with, and a number with its unit to be exact. */
function DelayInput({ content, minutes: given, onChange: onGiven }: DelayInputProps) {
  const { t } = useTranslation();
  const { map } = content;
  // The slider stays under the hand, and the page around it follows when it can.
  const [minutes, setMinutes] = useOptimistic(given);
  const onChange = (next: number): void =>
    startTransition(() => {
      setMinutes(next);
      onGiven(next);
    });
  const { ticks, length } = delayScale(map);
  const [chosenUnit, setUnit] = useState<TimeUnit>();
  const [typed, setTyped] = useState<string>();
  const unit =
    chosenUnit !== undefined && minutes % minutesIn(chosenUnit, map) === 0
      ? chosenUnit
      : naturalUnit(minutes, map);
  const most = Math.floor(limits.minutes / minutesIn(unit, map));
  return (
    <Stack gap={4}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          label={t('ripple.howLate')}
          type="number"
          inputMode="numeric"
          value={typed ?? String(minutes / minutesIn(unit, map))}
          min={1}
          max={most}
          step={1}
          flex={1}
          onChange={(event) => {
            const text = event.currentTarget.value;
            const value = Number(text);
            const isAmount = Number.isInteger(value) && value >= 1 && value <= most;
            // What is not an amount yet stays as typed until the field is left.
            setTyped(isAmount ? undefined : text);
            if (isAmount) onChange(value * minutesIn(unit, map));
          }}
          onBlur={() => setTyped(undefined)}
        />
        <NativeSelect
          aria-label={t('ripple.unit')}
          w={120}
          data={timeUnits.map((one) => ({ value: one, label: t(`ripple.units.${one}`) }))}
          value={unit}
          onChange={(event) => {
            const next = timeUnits.find((one) => one === event.currentTarget.value);
            if (!next) return;
            setUnit(next);
            const inUnit = Math.max(1, Math.round(minutes / minutesIn(next, map)));
            onChange(Math.min(limits.minutes, inUnit * minutesIn(next, map)));
          }}
        />
      </Group>
      <Slider
        mt={10}
        min={0}
        max={length}
        step={1}
        value={positionOf(minutes, map)}
        label={null}
        thumbLabel={t('ripple.slider')}
        thumbValueText={shortDuration(minutes, map)}
        color="var(--hit3)"
        onChange={(position) => onChange(nextMinutes(position, minutes, map))}
      />
      <div className="ripple-ticks" aria-hidden="true">
        {ticks.map((tick, index) => (
          <span key={tick.minutes} style={{ left: `${((index * stretchLength) / length) * 100}%` }}>
            {index % 2 === 0 && index > 0 ? shortDuration(tick.minutes, map) : index === 0 ? '0' : ''}
          </span>
        ))}
      </div>
      <Text size="xs" c="dimmed">
        {t('ripple.workingTime', workingTimeInWords(map))}
      </Text>
    </Stack>
  );
}

/** An arrow key moves by one position, which may be less than a notch: it then moves to the next notch. */
function nextMinutes(position: number, before: number, map: MapContent['map']): number {
  const start = positionOf(before, map);
  const direction = Math.sign(position - start);
  let here = position;
  let minutes = minutesAt(here, map);
  const { length } = delayScale(map);
  while (minutes === before && direction !== 0 && here > 0 && here < length) {
    here += direction;
    minutes = minutesAt(here, map);
  }
  return minutes;
}
