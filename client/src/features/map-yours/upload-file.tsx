import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { failureInWords } from '../../server/failure-in-words';
import { importMapFile, type MapFileType } from '../../server/import-map-file';
import { ProblemNotice } from '../../ui/problem-notice';
import '../../text/en-map-yours';
import { textOf } from './text-of';

const types: Record<string, MapFileType> = {
  yaml: 'application/yaml',
  yml: 'application/yaml',
  json: 'application/json',
  csv: 'text/csv',
};

/** A map file from the disk; where it has mistakes, all of them at once, by line. */
export function UploadFile({ onMade }: { onMade: (map: string) => void }) {
  const { t } = useTranslation();
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const [, base = file.name, ending = ''] = /^(.*)\.(\w+)$/.exec(file.name) ?? [];
      const type = types[ending.toLowerCase()] ?? 'application/yaml';
      // A spreadsheet does not say what its map is called.
      const { id } = await importMapFile(await textOf(file), type, type === 'text/csv' ? base : undefined);
      return id;
    },
    onSuccess: onMade,
  });
  return (
    <Stack gap="sm">
      <Text size="sm">{t('mapYours.uploadHint')}</Text>
      <Group>
        <FileButton
          accept=".yaml,.yml,.json,.csv"
          onChange={(file) => {
            if (file) upload.mutate(file);
          }}
        >
          {(props) => (
            <Button {...props} variant="default" loading={upload.isPending}>
              {t('mapYours.choose')}
            </Button>
          )}
        </FileButton>
      </Group>
      {upload.error && <ProblemNotice title={t('mapYours.uploadFailed')} {...failureInWords(upload.error)} />}
    </Stack>
  );
}
