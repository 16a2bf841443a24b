import { DownstreamError } from '@downstream/graph-schema/problem';
import { useTranslation } from 'react-i18next';
import { useMatch, useParams } from 'react-router';
import { useOpenMap } from '../open-map/use-open-map';
import { failureInWords } from '../server/failure-in-words';
import { useLoadedMap } from './load-map';
import { Lost } from './lost';
import { LeaderPage } from './map-parts';
import { MapWorkspace } from './map-workspace';
import { OpenedMap } from './opened-map';

/** One map, open. */
export default function MapPage() {
  const { t } = useTranslation();
  const { map = '' } = useParams();
  return (
    <OpenedMap
      loaded={useLoadedMap(map)}
      failed={(sentence, again) => (
        <Lost title={t('lost.noMap')} sentence={sentence}>
          {again}
        </Lost>
      )}
    >
      <WhileOpen />
    </OpenedMap>
  );
}

function WhileOpen() {
  const { t } = useTranslation();
  const closed = useOpenMap((map) => map.closed);
  const isLeaders = useMatch('/maps/:map/weak-links') !== null;
  if (closed === undefined) return isLeaders ? <LeaderPage /> : <MapWorkspace />;
  return <Lost title={t('lost.noMap')} sentence={failureInWords(new DownstreamError(closed)).sentence} />;
}
