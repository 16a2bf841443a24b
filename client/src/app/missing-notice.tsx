import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../ui/problem-notice';

/** The address names something that is no longer on the map. */
export function MissingNotice({ shown, onDismiss }: { shown: boolean; onDismiss: () => void }) {
  const { t } = useTranslation();
  if (!shown) return null;
  return (
    <div className="floating-notice">
      <ProblemNotice tone="note" title={t('map.missing')} sentence={t('map.missingHint')}>
        <Button size="compact-sm" variant="default" onClick={onDismiss}>
          {t('edit.understood')}
        </Button>
      </ProblemNotice>
    </div>
  );
}
