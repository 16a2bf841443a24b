import { errors } from '@downstream/graph-schema/error-code';
import { inWords } from '@downstream/graph-schema/problem';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../open-map/open-map-state';
import { useOpenMap } from '../../open-map/use-open-map';
import { ProblemNotice } from '../../ui/problem-notice';

/** The server would not take my last edit: why, that it was taken back here too, and what I had written. */
export function RefusalNotice() {
  const { t } = useTranslation();
  const refusal = useOpenMap((map) => map.refusal);
  const dismiss = useOpenMap((map) => map.dismissRefusal);
  if (!refusal) return null;
  const texts = textsIn(refusal).map((text) => t('conflict.mine', { text }));
  return (
    <div className="floating-notice">
      <ProblemNotice
        title={t('saving.refused')}
        sentence={errors[refusal.code].sentence}
        details={[...refusal.details.map(inWords), ...texts]}
      >
        <Button size="compact-sm" variant="default" onClick={dismiss}>
          {t('edit.understood')}
        </Button>
      </ProblemNotice>
    </div>
  );
}

/** Fields in which somebody writes sentences or names; kinds, ids and numbers are quickly chosen again. */
const written = new Set(['name', 'purpose', 'mission', 'output', 'text', 'feltAs', 'group']);

const textsIn = ({ logged }: Refusal): string[] =>
  logged.flatMap(({ after }) =>
    Object.entries(after ?? {}).flatMap(([field, value]) =>
      written.has(field) && typeof value === 'string' && value.trim() !== '' ? [value] : [],
    ),
  );
