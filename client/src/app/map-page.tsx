import { Button, Loader } from '@mantine/core';
import { DownstreamError } from '@downstream/graph-schema/problem';
import { useTranslation } from 'react-i18next';
import { useMatch, useParams } from 'react-router';
import { OpenMapProvider, useOpenMap } from '../open-map/use-open-map';
import { failureInWords } from '../server/failure-in-words';
import { useLoadedMap } from './load-map';
import { Lost } from './lost';
import { LeaderPage } from './map-parts';
import { MapWorkspace } from './map-workspace';

/** One map, open. */
export default function MapPage() {
  const { t } = useTranslation();
  const { map = '' } = useParams();
  const loaded = useLoadedMap(map);

  if (loaded.status === 'loading') {
    return (
      <div className="centred">
        <Loader aria-label={t('app.loading')} />
      </div>
    );
  }
  if (loaded.status === 'failed') {
    const isRefused = loaded.failure instanceof DownstreamError;
    return (
      <Lost title={t('lost.noMap')} sentence={failureInWords(loaded.failure).sentence}>
        {!isRefused && <Button onClick={loaded.again}>{t('app.again')}</Button>}
      </Lost>
    );
  }
  return (
    <OpenMapProvider value={loaded.store}>
      <WhileOpen />
    </OpenMapProvider>
  );
}

function WhileOpen() {
  const { t } = useTranslation();
  const closed = useOpenMap((map) => map.closed);
  const isLeaders = useMatch('/maps/:map/weak-links') !== null;
  if (closed === undefined) return isLeaders ? <LeaderPage /> : <MapWorkspace />;
  return <Lost title={t('lost.noMap')} sentence={failureInWords(new DownstreamError(closed)).sentence} />;
}
