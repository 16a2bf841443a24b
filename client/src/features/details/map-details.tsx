import { Anchor, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { workingTimeOf } from '@downstream/graph-schema/duration';
import type { ItemReference } from '@downstream/graph-schema/item';
import { limits } from '@downstream/graph-schema/limits';
import { useTranslation } from 'react-i18next';
import { useContent, useOpenMap } from '../../open-map/use-open-map';
import { readMinutes } from '../../open-map/measures';
import { mapFileAddress } from '../../server/map-file-address';
import { workingTimeInWords } from '../../show/duration';
import { Part } from '../../ui/part';
import { ItemField } from './item-field';

export interface MapDetailsProps {
  /** Absent where this browser may not copy or delete. */
  onCopy?: (() => void) | undefined;
  onDelete?: (() => void) | undefined;
}

/** What the map is called and for, and how it leaves this server. */
export function MapDetails({ onCopy, onDelete }: MapDetailsProps) {
  const { t } = useTranslation();
  const content = useContent();
  const map = useOpenMap((open) => open.map);
  const item: ItemReference = { type: 'map', id: content.map.id };
  const length = workingTimeInWords(content.map);
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed">
        {t('details.chooseSomething')}
      </Text>
      <Stack gap="sm">
        <ItemField
          item={item}
          field="name"
          label={t('details.mapName')}
          text={content.map.name}
          required
          maxLength={limits.name}
        />
        <ItemField
          item={item}
          field="mission"
          label={t('details.mission')}
          description={t('details.missionHint')}
          text={content.map.mission ?? ''}
          lines={2}
          maxLength={limits.purpose}
        />
      </Stack>
      <Part title={t('details.workingTime')}>
        <Text size="sm" c="dimmed">
          {t('details.workingTimeHint')}
        </Text>
        <SimpleGrid cols={2} spacing="sm">
          <ItemField
            item={item}
            field="dayLength"
            label={t('details.dayLength')}
            placeholder={t('details.assumedTime', { time: length.day })}
            text={content.map.dayLength === undefined ? '' : length.day}
            read={(text) => readMinutes(text, workingTimeOf())}
          />
          <ItemField
            item={item}
            field="weekLength"
            label={t('details.weekLength')}
            placeholder={t('details.assumedTime', { time: length.week })}
            text={content.map.weekLength === undefined ? '' : length.week}
            read={(text) => readMinutes(text, workingTimeOf(content.map))}
          />
        </SimpleGrid>
      </Part>
      <Part title={t('details.takeAway')}>
        <Text size="sm" c="dimmed">
          {t('details.takeAwayHint')}
        </Text>
        <Group gap="md">
          {(['yaml', 'json', 'csv'] as const).map((format) => (
            <Anchor key={format} href={mapFileAddress(map, format)} download size="sm">
              {t(`details.format.${format}`)}
            </Anchor>
          ))}
        </Group>
      </Part>
      {(onCopy ?? onDelete) && (
        <Group justify="space-between">
          {onCopy && (
            <Button variant="default" onClick={onCopy}>
              {t('details.copyMap')}
            </Button>
          )}
          {onDelete && (
            <Button variant="subtle" color="red" onClick={onDelete}>
              {t('details.deleteMap')}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}
