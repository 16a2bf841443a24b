import { Button, Loader } from '@mantine/core';
import { DownstreamError } from '@downstream/graph-schema/problem';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenMapProvider } from '../open-map/use-open-map';
import { failureInWords } from '../server/failure-in-words';
import type { LoadedMap } from './load-map';

export interface OpenedMapProps {
  loaded: LoadedMap;
  /** What is shown of a map that cannot be had; `again` is a way to try once more, where that may help. */
  failed: (sentence: string, again: ReactNode) => ReactNode;
  /** What is shown of the map once it is open. */
  children: ReactNode;
}

/** A map on its way, then open, or a sentence that says why it is not. */
export function OpenedMap({ loaded, failed, children }: OpenedMapProps) {
  const { t } = useTranslation();
  if (loaded.status === 'loading') {
    return (
      <div className="centred">
        <Loader aria-label={t('app.loading')} />
      </div>
    );
  }
  if (loaded.status === 'failed') {
    const isRefused = loaded.failure instanceof DownstreamError;
    return failed(
      failureInWords(loaded.failure).sentence,
      !isRefused && <Button onClick={loaded.again}>{t('app.again')}</Button>,
    );
  }
  return <OpenMapProvider value={loaded.store}>{children}</OpenMapProvider>;
}
