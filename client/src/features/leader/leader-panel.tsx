import { Button } from '@mantine/core';
import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import { durationPhrase } from '@downstream/ripple/duration-phrase';
import { workingTimeOf } from '@downstream/graph-schema/duration';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MapAtHand } from '../../engine/use-whole-map';
import type { ListName, WholeMapAnswers } from '../../engine/whole-map-question';
import { nameOf } from '../../open-map/name-of';
import '../../text/en-leader';
import { phraseText } from '../../text/phrases';
import { ProblemNotice } from '../../ui/problem-notice';
import { AdviceAsking } from './advice-asking';
import { AdviceList } from './advice-list';
import { listNames, type Asked } from './asked';
import { basisInWords } from './basis';
import { CustomerList } from './customer-list';
import { Filters } from './filters';
import { FindingList } from './finding-list';
import { headlineOf } from './headline';
import { inGroup } from './in-group';
import './leader-panel.css';
import { ListFrame } from './list-frame';
import { customersOf, type ListProps } from './list-props';
import { TeamList } from './team-list';
import type { Lists } from './use-lists';
import { WeakLinkList } from './weak-link-list';

export interface LeaderPanelProps extends Pick<ListProps<unknown>, 'addressOf'> {
  map: MapAtHand;
  asked: Asked;
  disruption: ReferenceDisruption;
  onAsk: (change: Partial<Asked>) => void;
  lists: Lists;
  /** What keeps harm from being judged at all, if anything does. */
  obstacle: Obstacle | undefined;
  /** The address of the map page. */
  mapAddress: string;
}

export type Obstacle = 'empty' | 'noCustomer' | 'noWeights';

/** What an answer is of. */
type Question = Pick<ListProps<unknown>, 'disruption' | 'customer' | 'group'>;

/** Where the map breaks: five lists, one at a time on a screen, one after the other on paper. */
export function LeaderPanel(props: LeaderPanelProps) {
  const { map, asked, disruption, onAsk, lists, obstacle, addressOf } = props;
  const { t } = useTranslation();
  const { states } = lists;
  const { content } = map;
  const how = useHow(content.map, disruption);
  const shared = {
    content,
    chosen: asked.row,
    onChoose: (row: string | undefined) => onAsk({ row }),
    addressOf,
  };

  /** A list in its frame; `draw` draws what is there. */
  function framed<List extends ListName>(
    list: List,
    draw: (answer: WholeMapAnswers[List], of: Question) => ReactNode,
    asking?: ReactNode,
  ): ReactNode {
    const state = states[list];
    const { answered } = state;
    // An answer that stays while another is worked out is told as what it is: of the question before.
    const { customer, group } = answered?.question ?? asked;
    const of: Question = { disruption, customer, group };
    if (answered && 'disruption' in answered.question)
      of.disruption = answered.question.disruption ?? disruption;
    const headline = headlineOf[list] as (...of: unknown[]) => string;
    return (
      <ListFrame
        key={list}
        list={list}
        isShown={asked.list === list}
        state={state}
        parties={content.parties.length}
        headline={answered && headline(answered.answer, content, inGroup(t, of.group))}
        basis={basisInWords(
          {
            list,
            settings: content.map,
            disruption: of.disruption,
            customerName: of.customer === undefined ? undefined : nameOf(content, of.customer),
            group: of.group,
            method: answered && 'method' in answered.answer ? answered.answer.method : undefined,
            of: answered?.of,
          },
          t,
        )}
        how={how(list)}
        asking={asking}
      >
        {answered && draw(answered.answer, of)}
      </ListFrame>
    );
  }

  const isBlocked = (list: ListName): boolean => obstacle !== undefined && !isFreeOf(obstacle, list);
  return (
    <>
      <Filters content={content} asked={asked} disruption={disruption} onAsk={onAsk} />
      <nav className="leader-tabs no-print" aria-label={t('leader.lists')}>
        {listNames.map((list) => (
          <button
            key={list}
            type="button"
            aria-current={asked.list === list}
            onClick={() => onAsk({ list, row: undefined })}
          >
            {t(`leader.list.${list}`)}
          </button>
        ))}
      </nav>
      {obstacle !== undefined && isBlocked(asked.list) && (
        <ProblemNotice
          tone="note"
          title={t(`leader.${obstacle}.title`)}
          sentence={t(`leader.${obstacle}.sentence`)}
        >
          <Button component={Link} to={props.mapAddress} variant="default">
            {t('leader.toMap')}
          </Button>
        </ProblemNotice>
      )}
      {!isBlocked('weak-links') &&
        framed('weak-links', (answer, of) => (
          <WeakLinkList {...shared} {...of} answer={answer} onMore={() => lists.showMore('weak-links')} />
        ))}
      {!isBlocked('advice') &&
        framed(
          'advice',
          (answer, of) => <AdviceList {...shared} {...of} answer={answer} />,
          <AdviceAsking settings={content.map} asked={asked} onAsk={onAsk} />,
        )}
      {!isBlocked('customers') &&
        framed('customers', (answer, of) => (
          <CustomerList {...shared} {...of} answer={answer} onMore={() => lists.showMore('customers')} />
        ))}
      {!isBlocked('teams') &&
        framed('teams', (answer, of) => (
          <TeamList {...shared} {...of} answer={answer} onMore={() => lists.showMore('teams')} />
        ))}
      {framed('findings', (answer, of) => (
        <FindingList {...shared} {...of} answer={answer} />
      ))}
    </>
  );
}

/** Lists that can be read all the same: without weights there are still delays that are felt. */
export const isFreeOf = (obstacle: Obstacle, list: ListName): boolean =>
  list === 'findings' || (obstacle === 'noWeights' && list === 'customers');

/** What keeps harm from being judged: nobody outside, or nobody who counts. One customer alone always counts. */
export function obstacleOf({ content }: MapAtHand, customer: string | undefined): Obstacle | undefined {
  if (content.parties.length === 0) return 'empty';
  const customers = customersOf(content);
  if (customers.length === 0) return 'noCustomer';
  const counts = customers.some((party) => party.kind === 'external-customer' && party.weight !== 0);
  return counts || customer !== undefined ? undefined : 'noWeights';
}

function useHow(settings: MapAtHand['content']['map'], disruption: ReferenceDisruption) {
  const { t } = useTranslation();
  return useMemo(() => {
    const isDelay = disruption.kind === 'delay';
    const harm = isDelay
      ? t('leader.how.harmDelay', {
          late: phraseText(durationPhrase(disruption.minutes, workingTimeOf(settings))),
        })
      : t('leader.how.harmDefect');
    const estimated = isDelay ? [] : [t('leader.how.estimated')];
    const paragraphs: Record<ListName, string[]> = {
      'weak-links': [harm, t(isDelay ? 'leader.how.weakDelay' : 'leader.how.weakDefect'), ...estimated],
      advice: [harm, t('leader.how.advice'), ...estimated],
      customers: [t('leader.how.tolerance'), t('leader.how.gateways')],
      teams: [t('leader.how.teams'), harm, ...estimated],
      findings: [t('leader.how.findings')],
    };
    return (list: ListName) => paragraphs[list];
  }, [t, settings, disruption]);
}
