/**
 * Compiles a map's content into typed arrays: rows of links both ways (compressed sparse rows by counting sort),
 * effective numbers and their origins. Linear in the map, after ordering by id where the content is not in order.
 */
import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party } from '@downstream/graph-schema/party';
import type { Statement } from '@downstream/graph-schema/statement';
import { defaultDayLength, defaultWeekLength } from '@downstream/graph-schema/working-time';
import type { CompiledMap } from './compiled-map.js';
import { originCode } from './compiled-map.js';
import { originOfStated, originOfWritten, whenNobodyStatedIt } from './effective-number.js';
import { nameTable } from './name-table.js';
import { rows } from './rows.js';

/** Of content without broken rules only: callers check `brokenRules` first. Most of what breaks one makes it throw. */
export function compile(content: MapContent): CompiledMap {
  const parties = inOrder(content.parties, idOf);
  const links = inOrder(content.links, idOf);
  const ofParties = compileParties(parties);
  const ofLinks = compileLinks(parties, links, content.statements);
  const { provider, customer, isStandby, defectPass } = ofLinks;

  // Only defects ask for it, and a map of a million links is compiled in 8 MB less without.
  let liveChance: Float64Array | undefined;

  const n = parties.length;
  const all = rows(n, provider);
  const entering = rows(n, customer);
  const groups = compileGroups(links, customer, isStandby);

  const members = rows(
    n,
    groups.groupMember.map((e) => provider[e]!),
  );

  return {
    name: content.map.name,
    dayLength: content.map.dayLength ?? defaultDayLength,
    weekLength: content.map.weekLength ?? defaultWeekLength,
    parties,
    ...ofParties,
    links,
    ...ofLinks,
    get liveChance() {
      return (liveChance ??= defectPass.map((p, e) =>
        isStandby[e] === 1 ? 0 : p * (1 - ofParties.catchRate[customer[e]!]!),
      ));
    },
    outStart: all.start,
    outLink: all.items,
    inStart: entering.start,
    inLink: entering.items,
    ...groups,
    memberStart: members.start,
    memberPosition: members.items,
  };
}

function compileParties(parties: readonly Party[]) {
  const n = parties.length;
  const isCustomer = new Uint8Array(n);
  const buffer = new Int32Array(n);
  const bufferOrigin = new Uint8Array(n);
  const catchRate = new Float64Array(n);
  const catchRateOrigin = new Uint8Array(n);
  const weight = new Float64Array(n);
  const weightOrigin = new Uint8Array(n);
  for (let v = 0; v < n; v++) {
    const party = parties[v]!;
    if (party.kind === 'external-customer') {
      isCustomer[v] = 1;
      weight[v] = party.weight ?? whenNobodyStatedIt.weight;
      weightOrigin[v] = originCode[originOfWritten(party.weight)];
    } else {
      buffer[v] = party.buffer ?? whenNobodyStatedIt.buffer;
      bufferOrigin[v] = originCode[originOfWritten(party.buffer)];
      catchRate[v] = party.catchRate ?? whenNobodyStatedIt.catchRate;
      catchRateOrigin[v] = originCode[originOfWritten(party.catchRate)];
    }
  }
  return { isCustomer, buffer, bufferOrigin, catchRate, catchRateOrigin, weight, weightOrigin };
}

function compileLinks(parties: readonly Party[], links: readonly Link[], statements: readonly Statement[]) {
  const m = links.length;
  const provider = new Int32Array(m);
  const customer = new Int32Array(m);
  const slack = new Int32Array(m);
  const slackOrigin = new Uint8Array(m);
  const defectPass = new Float64Array(m);
  const defectPassOrigin = new Uint8Array(m);
  const leadTime = new Int32Array(m);
  const leadTimeOrigin = new Uint8Array(m);
  const switchTime = new Int32Array(m);
  const isBlocking = new Uint8Array(m);
  const isStandby = new Uint8Array(m);
  const statementsDiffer = new Uint8Array(m);
  // Links of one provider often follow each other, and looking a name up costs more than comparing it. Names are looked
  // up by themselves: what else is read in between would push their index out of the processor's cache.
  const find = nameTable(parties.map(idOf));
  let last: string | undefined;
  for (let e = 0; e < m; e++) {
    const link = links[e]!;
    provider[e] = link.provider === last ? provider[e - 1]! : numberOf(find, link.provider);
    last = link.provider;
    customer[e] = numberOf(find, link.customer);
  }
  // Statements are met on the way, in the order of their links.
  const said = inOrder(statements, ({ link }) => link);
  let next = 0;
  for (let e = 0; e < m; e++) {
    const link = links[e]!;
    isBlocking[e] = link.dependence === 'helpful' ? 0 : 1;
    if (link.switchTime !== undefined) {
      isStandby[e] = 1;
      switchTime[e] = link.switchTime;
    }
    leadTime[e] = link.leadTime ?? whenNobodyStatedIt.leadTime;
    leadTimeOrigin[e] = originCode[originOfWritten(link.leadTime)];
    const { id, handshake } = link;
    let wanted: Statement | undefined;
    let given: Statement | undefined;
    while (next < said.length && said[next]!.link <= id) {
      const statement = said[next++]!;
      if (statement.link !== id) continue;
      if (statement.side === 'customer') wanted = statement;
      else given = statement;
    }
    const slackWanted = wanted?.slack;
    const slackGiven = given?.slack;
    slack[e] = slackWanted ?? slackGiven ?? whenNobodyStatedIt.slack;
    slackOrigin[e] = originCode[originOfStated(slackWanted, slackGiven, handshake)];
    const passFeared = wanted?.defectPass;
    const passGiven = given?.defectPass;
    defectPass[e] = passFeared ?? passGiven ?? whenNobodyStatedIt.defectPass;
    defectPassOrigin[e] = originCode[originOfStated(passFeared, passGiven, handshake)];
    if (differ(slackWanted, slackGiven) || differ(passFeared, passGiven)) statementsDiffer[e] = 1;
  }
  return {
    provider,
    customer,
    slack,
    slackOrigin,
    defectPass,
    defectPassOrigin,
    leadTime,
    leadTimeOrigin,
    switchTime,
    isBlocking,
    isStandby,
    statementsDiffer,
  };
}

const differ = (a: number | undefined, b: number | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b;

/** Numbers the groups in the order of their first member's id. Names are per customer. */
function compileGroups(links: readonly Link[], customer: Int32Array, isStandby: Uint8Array) {
  const group = new Int32Array(links.length).fill(-1);
  const numbers = new Map<string, number>();
  for (let e = 0; e < links.length; e++) {
    const name = links[e]!.alternativeGroup;
    if (name === undefined) continue;
    const key = `${customer[e]!} ${name}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    group[e] = number;
  }
  const { start: groupStart, items: groupMember } = rows(numbers.size, group);
  const groupPrimary = new Int32Array(numbers.size).fill(-1);
  for (const e of groupMember) if (isStandby[e] === 0) groupPrimary[group[e]!] = e;
  if (groupPrimary.includes(-1))
    throw new Error('A group of alternatives without a primary cannot be compiled.');
  return { group, groupStart, groupMember, groupPrimary };
}

const idOf = ({ id }: { id: string }): string => id;

/** The same items in the order of their keys by code unit; those that are in order already are not sorted again. */
function inOrder<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  for (let i = 1; i < items.length; i++) {
    if (keyOf(items[i - 1]!) <= keyOf(items[i]!)) continue;
    return items.toSorted((a, b) => {
      const [key, other] = [keyOf(a), keyOf(b)];
      return key < other ? -1 : key > other ? 1 : 0;
    });
  }
  return items;
}

function numberOf(find: (id: string) => number, id: string): number {
  const found = find(id);
  if (found === -1) throw new Error(`A link names "${id}", which is no party of this map.`);
  return found;
}
