import { Button, CloseButton, Text } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { WithQueries } from '../server/with-queries';
import './sample-notice.css';
import { useWholeMap } from './use-whole-map';
import '../text/en-details';

/** Said once, to whoever may make maps here and begins to change a sample: a copy of one's own is one press away. */
export default function SampleNotice() {
  return (
    <WithQueries>
      <Offer />
    </WithQueries>
  );
}

function Offer() {
  const { t } = useTranslation();
  const { copy } = useWholeMap();
  const [isSaid, setSaid] = useLocalStorage({ key: 'downstream.copy-offered', defaultValue: false });
  if (isSaid || !copy) return null;
  return (
    <div className="sample-notice" role="status">
      <Text size="sm">{t('map.isSample')}</Text>
      <Button
        size="compact-sm"
        onClick={() => {
          setSaid(true);
          copy();
        }}
      >
        {t('details.copyMap')}
      </Button>
      <CloseButton
        size="sm"
        aria-label={t('map.keepSample')}
        title={t('map.keepSample')}
        onClick={() => setSaid(true)}
      />
    </div>
  );
}
