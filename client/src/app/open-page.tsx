import { Center, Loader } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { failureInWords } from '../server/failure-in-words';
import { openAccess } from '../server/open-access';
import { Lost } from './lost';

/** Lets this browser in by the secret after the #, takes it out of the address, and goes where it leads. */
export function OpenPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [secret] = useState(() => secretIn(location.hash));
  const [sentence, setSentence] = useState(secret === undefined ? t('open.noSecret') : undefined);
  const begun = useRef(false);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    history.replaceState(history.state, '', location.pathname);
    if (secret === undefined) return;
    openAccess(secret).then(
      async (opened) => {
        await queries.invalidateQueries();
        await navigate('map' in opened ? `/maps/${encodeURIComponent(opened.map)}` : '/', { replace: true });
      },
      (failure: unknown) => setSentence(failureInWords(failure).sentence),
    );
  }, [navigate, queries, secret]);

  if (sentence !== undefined) return <Lost title={t('open.failed')} sentence={sentence} />;
  return (
    <Center h="100dvh">
      <Loader aria-label={t('app.loading')} />
    </Center>
  );
}

function secretIn(hash: string): string | undefined {
  try {
    return decodeURIComponent(hash.slice(1)) || undefined;
  } catch {
    return hash.slice(1);
  }
}
