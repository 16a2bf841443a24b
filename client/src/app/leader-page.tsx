import { Button } from '@mantine/core';
import { useDocumentTitle, useReducedMotion } from '@mantine/hooks';
import type { Disruption } from '@downstream/graph-schema/disruption';
import { fileNameOf } from '@downstream/graph-schema/file-name';
import type { ItemReference } from '@downstream/graph-schema/item';
import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import { workingTimeOf } from '@downstream/graph-schema/duration';
import { groupsOf } from '@downstream/ripple/narrow';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { MapAtHand } from '../engine/use-whole-map';
import { readAsked, writeAsked, type Asked } from '../features/leader/asked';
import { listAsCsv } from '../features/leader/csv';
import { shownBy } from '../features/leader/emphasis-of';
import { isFreeOf, LeaderPanel, obstacleOf } from '../features/leader/leader-panel';
import { rowOf } from '../features/leader/row-of';
import { useLists } from '../features/leader/use-lists';
import { MapPicture } from '../features/picture/map-picture';
import { partyOf } from '../open-map/name-of';
import { useContent, useOpenMap } from '../open-map/use-open-map';
import { ColourSchemeToggle } from '../ui/colour-scheme-toggle';
import { download } from '../ui/download';
import './leader-page.css';
import './page-header.css';
import { today } from './paper';
import { emptyView, writeView } from './view';

/** Where does this map break? The lists beside the picture, on which whatever is chosen is lit. */
export default function LeaderPage() {
  const { t, i18n } = useTranslation();
  const map = useMapAtHand();
  const { content } = map;
  const [asked, ask] = useAsked(map);
  const disruption = useMemo<ReferenceDisruption>(
    () =>
      asked.kind === 'defect'
        ? { kind: 'defect' }
        : { kind: 'delay', minutes: asked.minutes ?? workingTimeOf(content.map).dayLength },
    [asked.kind, asked.minutes, content.map],
  );
  const obstacle = obstacleOf(map, asked.customer);
  const lists = useLists(map, asked, disruption, (list) => !obstacle || isFreeOf(obstacle, list));
  const { states, answers } = lists;
  const state = states[asked.list];
  const reduceMotion = useReducedMotion();
  useDocumentTitle(t('leader.pageTitle', { name: content.map.name }));

  const shown = useMemo(
    () => shownBy(content, asked.row, answers, disruption),
    [content, asked.row, disruption, answers],
  );
  // Before anything is chosen the picture shows where the list begins.
  const firstLinks = useMemo<ItemReference[]>(() => {
    const rows = asked.list === 'weak-links' ? answers['weak-links']?.rows : [];
    return (rows ?? []).slice(0, 3).map(({ link }) => ({ type: 'link', id: link }));
  }, [asked.list, answers]);

  const mapAddress = `/maps/${encodeURIComponent(content.map.id)}`;
  const addressOf = useCallback(
    (selection: ItemReference, wrong: Disruption | undefined) => {
      const view = { ...emptyView, selection, disruptions: wrong ? [wrong] : [] };
      return `${mapAddress}?${writeView(view).toString()}`;
    },
    [mapAddress],
  );
  const { isPreparing, print } = usePrinting(
    lists.wantAll,
    Object.values(states).map(({ status }) => status),
  );

  const takeCsv = () => {
    if (!state.answered) return;
    const { answer, of } = state.answered;
    const write = listAsCsv[asked.list] as (
      answer: unknown,
      basis: Parameters<typeof listAsCsv.teams>[1],
    ) => string;
    const { customer, group } = asked;
    const csv = write(answer, { content, disruption, customer, group, revision: of.revision });
    const name = `${fileNameOf(content.map.name)}.${asked.list}.csv`;
    download(name, new Blob([csv], { type: 'text/csv' }));
  };

  return (
    <div className="leader-page">
      <a className="skip-link no-print" href="#lists">
        {t('leader.skip')}
      </a>
      <header className="page-header leader-header no-print">
        <div className="leader-header-part">
          <Link to="/" className="home-link" aria-label={t('app.toHome')} title={t('app.toHome')}>
            <img src="/favicon.svg" width="26" height="26" alt="" />
          </Link>
          <Button component={Link} to={mapAddress} variant="default">
            ← {t('leader.map')}
          </Button>
          <h1 className="page-title">
            {t('leader.title')} <span className="desk-only">{content.map.name}</span>
          </h1>
        </div>
        <div className="leader-header-part">
          <Button
            variant="default"
            aria-label={t('leader.csvOf')}
            title={t('leader.csvOf')}
            disabled={!state.isCurrent}
            onClick={takeCsv}
          >
            {t('leader.csv')}
          </Button>
          <Button variant="default" loading={isPreparing} onClick={print}>
            {t('leader.print')}
          </Button>
          <span className="desk-only">
            <ColourSchemeToggle toDark={t('app.toDark')} toLight={t('app.toLight')} />
          </span>
        </div>
      </header>
      <div className="leader-picture">
        <MapPicture
          content={content}
          selection={shown?.subject}
          onSelect={(item) => ask(rowOf(item, content))}
          highlighted={shown ? undefined : firstLinks}
          emphasis={shown?.emphasis}
          reduceMotion={reduceMotion}
        />
      </div>
      <main id="lists" className="leader-panel" tabIndex={-1}>
        <div className="leader-paper">
          <h1>
            {t('leader.title')} {content.map.name}
          </h1>
          {content.map.mission !== undefined && <p>{content.map.mission}</p>}
          <p>{t('leader.printed', { day: today(i18n.language) })}</p>
        </div>
        <LeaderPanel {...{ map, asked, disruption, lists, obstacle, mapAddress, addressOf }} onAsk={ask} />
      </main>
    </div>
  );
}

/** The open map as it is now, and which revision that is. */
function useMapAtHand(): MapAtHand {
  const content = useContent();
  const revision = useOpenMap((open) => open.revision);
  const unsaved = useOpenMap((open) => open.waiting.length);
  return useMemo(() => ({ content, revision, unsaved }), [content, revision, unsaved]);
}

/** What is asked, kept in the address; a customer or a department that is no longer there is not asked for. */
function useAsked({ content }: MapAtHand): [Asked, (change: Partial<Asked>) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = useMemo(() => {
    const read = readAsked(search);
    const isCustomer = partyOf(content, read.customer ?? '')?.kind === 'external-customer';
    const isGroup = read.group !== undefined && groupsOf(content).includes(read.group);
    return {
      ...read,
      customer: isCustomer ? read.customer : undefined,
      group: isGroup ? read.group : undefined,
    };
  }, [search, content]);
  const ask = useCallback(
    (change: Partial<Asked>) => setSearch((before) => writeAsked({ ...readAsked(before), ...change })),
    [setSearch],
  );
  return [asked, ask];
}

/** Prints once every list has been worked out, or has turned out not to be. */
function usePrinting(wantAll: () => void, statuses: readonly string[]) {
  const [isPreparing, setPreparing] = useState(false);
  const isReady = !statuses.includes('working');
  useEffect(() => {
    if (!isPreparing || !isReady) return undefined;
    // What came last is still to be drawn.
    const frame = requestAnimationFrame(() => {
      window.print();
      setPreparing(false);
    });
    return () => cancelAnimationFrame(frame);
  }, [isPreparing, isReady]);
  return {
    isPreparing,
    print: () => {
      wantAll();
      setPreparing(true);
    },
  };
}
