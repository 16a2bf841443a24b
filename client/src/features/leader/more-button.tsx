import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function MoreButton({ onMore }: { onMore: () => void }) {
  const { t } = useTranslation();
  return (
    <Button variant="default" className="no-print" onClick={onMore}>
      {t('leader.more')}
    </Button>
  );
}
