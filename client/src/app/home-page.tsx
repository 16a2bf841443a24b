import { Button, Container, Group, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { MapSummary } from '@downstream/graph-schema/map-content';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { failureInWords } from '../server/failure-in-words';
import { listMaps } from '../server/list-maps';
import { WithQueries } from '../server/with-queries';
import { whoAmI } from '../server/who-am-i';
import { ProblemNotice } from '../ui/problem-notice';
import './home-page.css';
import { LivingSample } from './living-sample';
import { firstSample, isSample, samples } from './samples';
import { TopBar } from './top-bar';
import { emptyView, writeView } from './view';
import '../text/en-home';

const addressOfMap = (id: string) => `/maps/${encodeURIComponent(id)}`;

/** A sample chain that is alive at once, the other samples, one's own maps, and the way to a new one. */
function HomePage() {
  const { t } = useTranslation();
  const me = useQuery({ queryKey: ['me'], queryFn: whoAmI });
  const maps = useQuery({ queryKey: ['maps'], queryFn: listMaps });
  const failure = maps.error ?? me.error;
  const there = new Map(maps.data?.map((map) => [map.id, map]));
  const others = samples.filter(({ id }) => id !== firstSample.id && there.has(id));
  const own = maps.data?.filter(({ id }) => !isSample(id)) ?? [];
  const isHost = me.data?.host === true;

  return (
    <>
      <TopBar>
        {isHost && (
          <Button component={Link} to="/maps/new">
            {t('home.mapYours')}
          </Button>
        )}
      </TopBar>
      {/* On a large screen the sample is as broad as it is high there, and a half more. */}
      <Container size="clamp(1440px, 150dvh, 4000px)" component="main" py="lg">
        <Stack gap="lg">
          <Stack gap="xs">
            <Title order={1} className="hero">
              {t('home.title')}
            </Title>
            <Text c="dimmed" size="lg">
              {t('home.subtitle')}
            </Text>
          </Stack>
          {failure && (
            <ProblemNotice {...failureInWords(failure)}>
              <Button variant="default" onClick={() => void Promise.all([maps.refetch(), me.refetch()])}>
                {t('app.again')}
              </Button>
            </ProblemNotice>
          )}
          {maps.isPending && <Skeleton className="living-waits" radius="md" />}
          {there.has(firstSample.id) && <LivingSample />}
          {maps.data?.length === 0 && me.data?.host === false && (
            <ProblemNotice title={t('home.noLink')} sentence={t('home.noLinkHint')} />
          )}
          {own.length > 0 && (
            <section aria-labelledby="own-maps">
              <Title order={2} id="own-maps" size="h3" mb="sm">
                {t('home.own')}
              </Title>
              <OwnMaps maps={own} />
            </section>
          )}
          {others.length > 0 && (
            <section aria-labelledby="other-samples">
              <Title order={2} id="other-samples" size="h3" mb="sm">
                {t('home.samples')}
              </Title>
              <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
                {others.map(({ id, tries }) => (
                  <Link
                    key={id}
                    className="map-card"
                    to={`${addressOfMap(id)}?${writeView({ ...emptyView, disruptions: [tries] }).toString()}`}
                  >
                    <Text fw={650}>{there.get(id)?.name}</Text>
                    <Text size="sm">{t(`sample.${id}`)}</Text>
                    <Size map={there.get(id)} />
                  </Link>
                ))}
              </SimpleGrid>
            </section>
          )}
          {isHost && own.length === 0 && (
            <Group className="map-card" justify="space-between">
              <div>
                <Text fw={650}>{t('home.noneYet')}</Text>
                <Text size="sm" c="dimmed">
                  {t('home.noneYetHint')}
                </Text>
              </div>
              <Button component={Link} to="/maps/new" variant="default">
                {t('home.mapYours')}
              </Button>
            </Group>
          )}
        </Stack>
      </Container>
    </>
  );
}

function OwnMaps({ maps }: { maps: readonly MapSummary[] }) {
  const { t, i18n } = useTranslation();
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
      {maps.map((map) => (
        <Link key={map.id} className="map-card" to={addressOfMap(map.id)}>
          <Text fw={650}>{map.name}</Text>
          {map.mission && (
            <Text size="sm" lineClamp={2}>
              {map.mission}
            </Text>
          )}
          <Size map={map} />
          <Text size="xs" c="dimmed">
            {t('home.changed', { when: day.format(new Date(map.changedAt)) })}
          </Text>
        </Link>
      ))}
    </SimpleGrid>
  );
}

function Size({ map }: { map: MapSummary | undefined }) {
  const { t } = useTranslation();
  if (!map) return null;
  return (
    <Text size="xs" c="dimmed">
      {t('map.size', {
        parties: t('map.parties', { count: map.parties }),
        links: t('map.links', { count: map.links }),
      })}
    </Text>
  );
}

export default function HomePageWithQueries() {
  return (
    <WithQueries>
      <HomePage />
    </WithQueries>
  );
}
