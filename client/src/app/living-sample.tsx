import { Button, Skeleton, Text, Title } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import type { Disruption } from '@downstream/graph-schema/disruption';
import type { ItemReference } from '@downstream/graph-schema/item';
import { contentOf, type MapContent } from '@downstream/graph-schema/map-content';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRipple } from '../engine/use-ripple';
import { MapPicture } from '../features/picture/map-picture';
import { RipplePanel } from '../features/ripple/ripple-panel';
import { RippleTimeline } from '../features/ripple/ripple-timeline';
import { VerdictStrip } from '../features/ripple/verdict-strip';
import { partyOf } from '../open-map/name-of';
import { readMap } from '../server/read-map';
import { usePlayhead } from '../show/use-playhead';
import { phrasesText } from '../text/phrases';
import './living-sample.css';
import { firstSample } from './samples';
import { emptyView, writeView } from './view';
import '../text/en-home';

/** The first sample, ready to be disturbed: one tap and it ripples. Nothing here is saved. */
export function LivingSample() {
  const sample = useQuery({
    queryKey: ['map', firstSample.id],
    queryFn: async () => contentOf((await readMap(firstSample.id)).items.map(({ item }) => item)),
  });
  if (sample.isError) return null;
  return sample.data ? <Living content={sample.data} /> : <Skeleton className="living-waits" radius="md" />;
}

function Living({ content }: { content: MapContent }) {
  const { t } = useTranslation();
  const [disruptions, setDisruptions] = useState<readonly Disruption[]>([]);
  const [selection, setSelection] = useState<ItemReference>();
  const [highlighted, setHighlighted] = useState<readonly ItemReference[]>([]);
  const panel = useRef<HTMLDivElement>(null);
  const reduceMotion = useReducedMotion();
  const state = useRipple(content, disruptions);
  const playhead = usePlayhead(state.ripple?.show, reduceMotion);
  const isRippling = disruptions.length > 0;
  // There the panel is below the picture; what happened must not be.
  const verdict = state.ripple && phrasesText(state.ripple.explanation.headlines.map(({ words }) => words));

  const choose = (item: ItemReference | undefined) => {
    setSelection(item);
    // On a still map the first tap on someone who works there is the question.
    const party = item?.type === 'party' ? partyOf(content, item.id) : undefined;
    if (!isRippling && party && party.kind !== 'external-customer') {
      setDisruptions([{ party: party.id, kind: 'delay', minutes: 30 }]);
    }
  };

  const view = writeView({ ...emptyView, selection, disruptions }).toString();
  return (
    <section className="living" aria-labelledby="living-title">
      <div className="living-head">
        <Title order={2} id="living-title" size="h4">
          {content.map.name}
        </Title>
        <div className="living-choice">
          <Text size="sm" c="dimmed" data-now={!isRippling}>
            {t('home.tap')}
          </Text>
          <Text size="sm" c="dimmed" data-now={isRippling}>
            {t('home.watch')}
          </Text>
        </div>
        <div className="living-choice">
          <Button data-now={!isRippling} onClick={() => setDisruptions([firstSample.tries])}>
            {t('home.tryIt')}
          </Button>
          <Button
            variant="default"
            data-now={isRippling}
            onClick={() => {
              setDisruptions([]);
              setSelection(undefined);
            }}
          >
            {t('home.startOver')}
          </Button>
        </div>
        <Button
          component={Link}
          to={`/maps/${firstSample.id}${view === '' ? '' : `?${view}`}`}
          variant="default"
        >
          {t('home.openMap')}
        </Button>
      </div>
      <div className="living-picture">
        <MapPicture
          plain
          content={content}
          selection={selection}
          onSelect={choose}
          highlighted={highlighted}
          show={state.ripple?.show}
          playhead={playhead}
          reduceMotion={reduceMotion}
          opensAt={firstSample.tries.party}
        />
      </div>
      <div className="living-timeline">
        {verdict !== undefined && (
          <VerdictStrip text={verdict} playhead={playhead} onOpen={() => panel.current?.scrollIntoView()} />
        )}
        <RippleTimeline content={content} playhead={playhead} resting={t('ripple.timeline.resting')} />
      </div>
      <div ref={panel} className="living-panel">
        <RipplePanel
          content={content}
          disruptions={disruptions}
          onDisruptionsChange={setDisruptions}
          state={state}
          selection={selection}
          onSelect={setSelection}
          onHighlight={setHighlighted}
        />
      </div>
    </section>
  );
}
