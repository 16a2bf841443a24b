import { Button } from '@mantine/core';
import { useDocumentTitle, useReducedMotion } from '@mantine/hooks';
import { DownstreamError } from '@downstream/graph-schema/problem';
import { referenceKey, type ItemReference } from '@downstream/graph-schema/item';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import { useRipple } from '../engine/use-ripple';
import { MapPicture } from '../features/picture/map-picture';
import { RippleTimeline } from '../features/ripple/ripple-timeline';
import { canBegin } from '../open-map/can-begin';
import { useContent, useOpenMap } from '../open-map/use-open-map';
import { failureInWords } from '../server/failure-in-words';
import { phrasesText } from '../text/phrases';
import { usePlayhead } from '../show/use-playhead';
import { doorByLink } from './door-by-link';
import { useLoadedMap } from './load-map';
import { OpenedMap } from './opened-map';
import { secretIn } from './secret-in';
import { isPicture, readView } from './view';
import './embed.css';
import '../text/en-export';

/**
 * A map inside another site's page: to look at, with nothing to change. A frame on another site is sent no cookie, so
 * the viewer's link itself is the authority; it stands after the #, which goes into no log and no referrer.
 */
export default function EmbedPage() {
  const { t } = useTranslation();
  const { map = '' } = useParams();
  const { hash } = useLocation();
  const secret = secretIn(hash);
  if (secret === undefined) return <Said sentence={t('export.embed.noSecret')} />;
  return <ByLink key={`${map} ${secret}`} map={map} secret={secret} />;
}

function ByLink({ map, secret }: { map: string; secret: string }) {
  const [door] = useState(() => doorByLink(secret));
  return (
    <OpenedMap
      loaded={useLoadedMap(map, door)}
      failed={(sentence, again) => <Said sentence={sentence}>{again}</Said>}
    >
      <WhileOpen secret={secret} />
    </OpenedMap>
  );
}

function WhileOpen({ secret }: { secret: string }) {
  const { t } = useTranslation();
  const closed = useOpenMap((map) => map.closed);
  const role = useOpenMap((map) => map.role);
  if (closed !== undefined) return <Said sentence={failureInWords(new DownstreamError(closed)).sentence} />;
  // Whoever can read the page around this one can read its secret: one that lets them change the map is refused.
  if (role !== 'viewer') return <Said sentence={t('export.embed.notViewer')} />;
  return <Embedded secret={secret} />;
}

function Embedded({ secret }: { secret: string }) {
  const { t } = useTranslation();
  const { search } = useLocation();
  const content = useContent();
  const items = useOpenMap((map) => map.items);
  const view = useMemo(() => readView(new URLSearchParams(search)), [search]);
  const [chosen, setChosen] = useState<ItemReference | undefined>(view.selection);
  const selection = chosen && items.has(referenceKey(chosen)) ? chosen : undefined;
  const disruptions = useMemo(
    () => view.disruptions.filter((disruption) => canBegin(content, disruption)),
    [view.disruptions, content],
  );
  const reduceMotion = useReducedMotion();
  const { ripple } = useRipple(content, disruptions);
  const playhead = usePlayhead(ripple?.show, reduceMotion);
  useDocumentTitle(t('map.title', { name: content.map.name }));

  const layout = isPicture(view.layout) ? view.layout : 'chain';
  return (
    <main className="embed">
      <header className="embed-head">
        <div>
          <h1>{content.map.name}</h1>
          {ripple ? (
            <p className="embed-verdict">
              {phrasesText(ripple.explanation.headlines.map(({ words }) => words))}
            </p>
          ) : (
            content.map.mission !== undefined && <p>{content.map.mission}</p>
          )}
        </div>
        <Button
          component="a"
          variant="default"
          size="compact-md"
          href={`/open${search}#${encodeURIComponent(secret)}`}
          target="_blank"
          rel="noopener noreferrer"
        >
          {t('export.embed.full')}
        </Button>
      </header>
      {/* The wheel scrolls the page around this one, as everywhere on it; with Ctrl it zooms, and so do the buttons. */}
      <div
        className="embed-picture"
        onWheelCapture={(event) => {
          if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
        }}
      >
        <MapPicture
          content={content}
          selection={selection}
          onSelect={setChosen}
          show={ripple?.show}
          playhead={playhead}
          layout={layout}
          folded={view.folded}
          reduceMotion={reduceMotion}
        />
      </div>
      <RippleTimeline content={content} playhead={playhead} />
    </main>
  );
}

function Said({ sentence, children }: { sentence: string; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <main className="embed-said">
      <h1>{t('export.embed.cannot')}</h1>
      <p>{sentence}</p>
      {children}
    </main>
  );
}
