import { Button, Checkbox, NativeSelect, Select } from '@mantine/core';
import type { Disruption } from '@downstream/graph-schema/disruption';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { defaultDayLength } from '@downstream/graph-schema/map';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDuration } from '../../show/duration';
import { drawLots } from './draw-lots';
import type { Guess } from './round';

export interface SetUpProps {
  content: MapContent;
  guess: Guess;
  onChange: (guess: Guess) => void;
  onStart: () => void;
}

const firstDelay = 30;

/** Before the room guesses: what happens, chosen or drawn by lot, shown or hidden. */
export function SetUp({ content, guess, onChange, onStart }: SetUpProps) {
  const { t } = useTranslation();
  const { disruption, isHidden } = guess;
  const choices = useMemo(
    () =>
      content.parties
        .filter(({ kind }) => kind !== 'external-customer')
        .map(({ id, name }) => ({ value: id, label: name }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [content],
  );
  const set = (next: Disruption | undefined): void => onChange({ ...guess, disruption: next });
  const minutes = disruption?.kind === 'delay' ? disruption.minutes : firstDelay;
  const { dayLength = defaultDayLength } = content.map;
  const amounts = [...new Set([15, 30, 60, 120, dayLength, minutes])].sort((a, b) => a - b);
  return (
    <>
      <p className="guess-title">{t('guess.set.title')}</p>
      <div className="guess-fields">
        <Select
          label={t('guess.set.who')}
          placeholder={t('guess.set.choose')}
          data={choices}
          // What is hidden is hidden from the room that looks on, too.
          value={isHidden ? null : (disruption?.party ?? null)}
          searchable
          allowDeselect={false}
          limit={200}
          data-autofocus
          // It would open over the question that the room is to read.
          openOnFocus={false}
          comboboxProps={{ position: 'top-start' }}
          nothingFoundMessage={t('guess.set.nobodyFound')}
          onChange={(party) => {
            if (party !== null)
              set(disruption ? { ...disruption, party } : { party, kind: 'delay', minutes });
          }}
        />
        <NativeSelect
          label={t('guess.set.what')}
          value={disruption?.kind === 'defect' ? 'defect' : String(minutes)}
          disabled={!disruption}
          data={[
            ...amounts.map((amount) => ({
              value: String(amount),
              label: t('guess.set.late', { duration: shortDuration(amount, content.map) }),
            })),
            { value: 'defect', label: t('guess.set.defect') },
          ]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (!disruption) return;
            const { party } = disruption;
            set(
              value === 'defect'
                ? { party, kind: 'defect' }
                : { party, kind: 'delay', minutes: Number(value) },
            );
          }}
        />
        <Button variant="default" onClick={() => set(drawLots(content) ?? disruption)}>
          {t('guess.set.draw')}
        </Button>
        <Checkbox
          label={t('guess.set.hide')}
          description={t('guess.set.hideHint')}
          checked={isHidden}
          onChange={(event) => onChange({ ...guess, isHidden: event.currentTarget.checked })}
        />
        <Button disabled={!disruption} onClick={onStart}>
          {t('guess.set.start')}
        </Button>
      </div>
    </>
  );
}
