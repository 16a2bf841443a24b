import { errors } from '@downstream/graph-schema/error-code';
import { inWords } from '@downstream/graph-schema/problem';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOpenMap } from '../../open-map/use-open-map';
import { ProblemNotice } from '../../ui/problem-notice';

/** The server would not take my last edit: why, and that it was taken back here too. */
export function RefusalNotice() {
  const { t } = useTranslation();
  const refusal = useOpenMap((map) => map.refusal);
  const dismiss = useOpenMap((map) => map.dismissRefusal);
  if (!refusal) return null;
  return (
    <div className="floating-notice">
      <ProblemNotice
        title={t('saving.refused')}
        sentence={errors[refusal.code].sentence}
        details={refusal.details.map(inWords)}
      >
        <Button size="compact-sm" variant="default" onClick={dismiss}>
          {t('edit.understood')}
        </Button>
      </ProblemNotice>
    </div>
  );
}
