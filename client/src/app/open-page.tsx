import { Loader } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureInWords } from '../server/failure-in-words';
import { openAccess } from '../server/open-access';
import { Lost } from './lost';
import { secretIn } from './secret-in';

/** Lets this browser in by the secret after the #, takes it out of the address, and goes where it leads. */
export default function OpenPage() {
  const { t } = useTranslation();
  const [secret] = useState(() => secretIn(location.hash));
  const [sentence, setSentence] = useState<string | undefined>(
    secret === undefined ? t('open.noSecret') : undefined,
  );
  const begun = useRef(false);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    history.replaceState(history.state, '', location.pathname + location.search);
    if (secret === undefined) return;
    openAccess(secret).then(
      (opened) => {
        // A fresh page: to the server this browser is somebody else now.
        // What the link was made to show, a selection or a ripple, goes along.
        const view = location.search;
        location.replace('map' in opened ? `/maps/${encodeURIComponent(opened.map)}${view}` : '/');
      },
      (failure: unknown) => setSentence(failureInWords(failure).sentence),
    );
  }, [secret]);

  if (sentence !== undefined) return <Lost title={t('open.failed')} sentence={sentence} />;
  return (
    <div className="centred">
      <Loader aria-label={t('app.loading')} />
    </div>
  );
}
