import type { MapContent } from '@downstream/graph-schema/map-content';
import { useTranslation } from 'react-i18next';
import type { SeenFromState } from '../../engine/use-seen-from';
import { nameOf } from '../../open-map/name-of';
import '../../text/en-seen-from';
import { ModeBar } from '../../ui/mode-bar';

export interface SeenFromBarProps {
  content: MapContent;
  customer: string;
  state: SeenFromState;
  onEnd: () => void;
}

/** From whom the map is seen, in numbers, and the way back to the whole of it. */
export default function SeenFromBar({ content, customer, state, onEnd }: SeenFromBarProps) {
  const { t } = useTranslation();
  const { seen } = state;
  const counts = seen && [
    t('seenFrom.barFelt', { count: seen.felt.length }),
    ...(seen.unfelt.length > 0 ? [t('seenFrom.barUnfelt', { count: seen.unfelt.length })] : []),
    ...(seen.servesNobody.length > 0 ? [t('seenFrom.barNobody', { count: seen.servesNobody.length })] : []),
  ];
  return (
    <ModeBar
      label={t('seenFrom.title', { name: nameOf(content, customer) })}
      words={
        <>
          <strong>{t('seenFrom.title', { name: nameOf(content, customer) })}</strong>
          {counts?.join(', ') ?? t(state.status === 'failed' ? 'seenFrom.failed' : 'seenFrom.working')}
        </>
      }
      endLabel={t('seenFrom.end')}
      onEnd={onEnd}
    />
  );
}
