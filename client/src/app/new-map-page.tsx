import { Container, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FirstQuestion } from '../features/map-yours/first-question';
import { PasteTable } from '../features/map-yours/paste-table';
import { UploadFile } from '../features/map-yours/upload-file';
import { WithQueries } from '../server/with-queries';
import { whoAmI } from '../server/who-am-i';
import { Lost } from './lost';
import { TopBar } from './top-bar';
import '../text/en-map-yours';

const ways = ['questions', 'paste', 'upload'] as const;
type Way = (typeof ways)[number];

/** *Map yours*: backwards from the first external customer, or from a table or file that is there already. */
function NewMapPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useQuery({ queryKey: ['me'], queryFn: whoAmI });
  const [way, setWay] = useState<Way>('questions');
  const go = (map: string) =>
    void navigate(`/maps/${encodeURIComponent(map)}`, { state: { building: true } });

  if (me.data?.host === false) return <Lost title={t('mapYours.title')} sentence={t('mapYours.hostOnly')} />;
  return (
    <>
      <TopBar />
      <Container size="md" component="main" py="xl">
        <Stack gap="xl">
          <div>
            <Title order={1}>{t('mapYours.title')}</Title>
            <Text c="dimmed">{t('mapYours.subtitle')}</Text>
          </div>
          <SegmentedControl
            aria-label={t('mapYours.howLabel')}
            value={way}
            onChange={setWay}
            data={ways.map((value) => ({ value, label: t(`mapYours.way.${value}`) }))}
            w="fit-content"
            maw="100%"
          />
          {way === 'questions' && <FirstQuestion onMade={go} />}
          {way === 'paste' && <PasteTable onMade={go} />}
          {way === 'upload' && <UploadFile onMade={go} />}
        </Stack>
      </Container>
    </>
  );
}

export default function NewMapPageWithQueries() {
  return (
    <WithQueries>
      <NewMapPage />
    </WithQueries>
  );
}
