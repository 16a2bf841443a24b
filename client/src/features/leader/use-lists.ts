import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import { useMemo, useState } from 'react';
import { useWholeMap, type MapAtHand, type WholeMapState } from '../../engine/use-whole-map';
import type { ListName } from '../../engine/whole-map-question';
import { kindsFor } from './advice-asking';
import { listNames, type Asked } from './asked';
import type { Answers } from './emphasis-of';

/** How many rows a list has at first, and how many times as many after each "Show more". */
const firstRows = 10;
const timesMore = 4;

export type ListStates = { [List in ListName]: WholeMapState<List> };

export interface Lists {
  states: ListStates;
  /** What is there of each; the same object while nothing new has come. */
  answers: Answers;
  showMore: (list: ListName) => void;
  /** Works out all lists, also those that nobody has looked at yet. */
  wantAll: () => void;
}

/** The five lists, each worked out when it is first looked at, in a worker of its own, and kept from then on. */
export function useLists(
  map: MapAtHand,
  asked: Asked,
  disruption: ReferenceDisruption,
  isAskable: (list: ListName) => boolean,
): Lists {
  const [wanted, setWanted] = useState<ReadonlySet<ListName>>(new Set([asked.list]));
  if (!wanted.has(asked.list)) setWanted(new Set([...wanted, asked.list]));
  const [tops, setTops] = useState<Partial<Record<ListName, number>>>({});
  const topOf = (list: ListName): number => tops[list] ?? firstRows;
  const { customer, group } = asked;
  const ask = <Question>(list: ListName, question: Question): Question | undefined =>
    wanted.has(list) && isAskable(list) ? question : undefined;
  const kinds = kindsFor[asked.kind].filter((kind) => asked.kinds.includes(kind));
  const weakLinks = useWholeMap(
    'weak-links',
    ask('weak-links', { disruption, customer, group, top: topOf('weak-links') }),
    map,
  );
  const advice = useWholeMap(
    'advice',
    ask('advice', {
      disruption,
      customer,
      group,
      changes: asked.changes,
      sizes: asked.sizes,
      kinds: kinds.length > 0 ? kinds : kindsFor[asked.kind],
    }),
    map,
  );
  const customers = useWholeMap(
    'customers',
    ask('customers', { customer, group, top: topOf('customers') / 2 }),
    map,
  );
  const teams = useWholeMap('teams', ask('teams', { disruption, customer, group, top: topOf('teams') }), map);
  const findings = useWholeMap('findings', ask('findings', { customer, group }), map);
  const answers = useMemo(
    () => ({
      'weak-links': weakLinks.answered?.answer,
      advice: advice.answered?.answer,
      customers: customers.answered?.answer,
      teams: teams.answered?.answer,
      findings: findings.answered?.answer,
    }),
    [weakLinks.answered, advice.answered, customers.answered, teams.answered, findings.answered],
  );
  return {
    states: { 'weak-links': weakLinks, advice, customers, teams, findings },
    answers,
    showMore: (list) => setTops({ ...tops, [list]: topOf(list) * timesMore }),
    wantAll: () => setWanted(new Set(listNames)),
  };
}
