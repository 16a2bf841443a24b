import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ripple } from '../../engine/use-ripple';
import { phrasesText, phraseText } from '../../text/phrases';
import { later } from '../../ui/later';
import { Part } from '../../ui/part';
import { RestsOn } from './rests-on';
import { RippleRows } from './ripple-rows';
import { rowsOf } from './rows-of';

const RippleAccount = later(() => import('./ripple-account')).Part;

export interface RippleAnswerProps {
  content: MapContent;
  ripple: Ripple;
  selection: ItemReference | undefined;
  onSelect: (item: ItemReference | undefined) => void;
  onHighlight: (items: readonly ItemReference[]) => void;
}

/** Who feels it, where it stopped, what the answer rests on, and what it leaves out. */
export function RippleAnswer({ content, ripple, selection, onSelect, onHighlight }: RippleAnswerProps) {
  const { t } = useTranslation();
  const { feels, stopped, inconvenienced } = useMemo(() => rowsOf(ripple, content, t), [ripple, content, t]);
  const { explanation } = ripple;
  const rows = { content, selection, onSelect };
  const summary = [...(explanation.delay?.summary ?? []), ...(explanation.defect?.summary ?? [])];
  return (
    <Stack gap="lg">
      <Part title={t('ripple.feels')} gap="xs">
        {feels.length > 0 ? (
          <RippleRows {...rows} rows={feels} />
        ) : (
          <p className="small-words">{t('ripple.feelsNobody')}</p>
        )}
      </Part>
      {stopped.length > 0 && (
        <Part title={t('ripple.stopped')} gap="xs">
          <RippleRows {...rows} rows={stopped} />
        </Part>
      )}
      {inconvenienced.length > 0 && (
        <Part title={t('ripple.without')} gap="xs">
          <RippleRows {...rows} rows={inconvenienced} />
        </Part>
      )}
      <RippleAccount content={content} ripple={ripple} onSelect={onSelect} />
      <Part title={t('ripple.rests')} gap="xs">
        <RestsOn content={content} ripple={ripple} onSelect={onSelect} onHighlight={onHighlight} />
      </Part>
      {explanation.findings.length > 0 && (
        <Part title={t('ripple.findings')} gap="xs">
          {explanation.findings.map((finding, index) => (
            <p key={index} className="small-words">
              {phraseText(finding)}
            </p>
          ))}
        </Part>
      )}
      <Part title={t('ripple.sums')} gap="xs">
        <p className="small-words">{phrasesText(summary)}</p>
        <p className="small-words">{phraseText(explanation.limits)}</p>
      </Part>
    </Stack>
  );
}
