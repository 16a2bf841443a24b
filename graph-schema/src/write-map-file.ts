import { Document, isMap, isPair, isScalar, isSeq } from 'yaml';
import { formatDuration, workingTimeOf, type WorkingTime } from './duration.js';
import type { Link } from './link.js';
import type { MapContent } from './map-content.js';
import { positionalLinkId, type MapFile } from './map-file.js';
import type { Party } from './party.js';
import type { Statement } from './statement.js';

/**
 * A map as a map file that reads back as the same map (its id aside, which a file does not hold). Ids are left
 * out where the reader would give the same, and the fields have a fixed order, so that files compare well.
 */
export function writeMapFile(content: MapContent, format: 'yaml' | 'json'): string {
  const file = mapFileOf(content);
  return format === 'json' ? `${JSON.stringify(file, null, 2)}\n` : yamlOf(file);
}

type Written<T> = Exclude<T, undefined>;
type FileParty = Written<MapFile['parties']>[number];
type FileLink = Written<MapFile['links']>[number];
type FileStatement = Written<FileLink['expectation']>;

function mapFileOf({ map, parties, links, statements }: MapContent): MapFile {
  const time = workingTimeOf(map);
  const bySide = new Map(
    statements.map((statement) => [JSON.stringify([statement.link, statement.side]), statement]),
  );
  const said = (link: string, side: Statement['side']) => bySide.get(JSON.stringify([link, side]));
  return present<MapFile>({
    map: map.name,
    mission: map.mission,
    // What a day is cannot be told in days.
    dayLength: map.dayLength === undefined ? undefined : formatDuration(map.dayLength, hoursOnly),
    weekLength: map.weekLength === undefined ? undefined : formatDuration(map.weekLength, hoursOnly),
    parties: parties.map((party) => partyAsWritten(party, time)),
    links: links.map((link, index) =>
      linkAsWritten(link, {
        time,
        idIfUnwritten: positionalLinkId(index, links.length),
        expectation: said(link.id, 'customer'),
        commitment: said(link.id, 'provider'),
      }),
    ),
  });
}

const hoursOnly: WorkingTime = { dayLength: Infinity, weekLength: Infinity };

function partyAsWritten(party: Party, time: WorkingTime): FileParty {
  const { id, name, kind, purpose, group, position } = party;
  const customer = party.kind === 'external-customer' ? party : undefined;
  const worker = party.kind === 'external-customer' ? undefined : party;
  return present<FileParty>({
    id: id === name ? undefined : id,
    name,
    kind,
    group,
    purpose,
    buffer: duration(worker?.buffer, time),
    catchRate: worker?.catchRate,
    weight: customer?.weight,
    feltAs: customer?.feltAs,
    position,
  });
}

function linkAsWritten(
  { id, provider, customer, output, dependence, alternativeGroup, switchTime, leadTime, handshake }: Link,
  about: {
    time: WorkingTime;
    idIfUnwritten: string;
    expectation: Statement | undefined;
    commitment: Statement | undefined;
  },
): FileLink {
  const { time, expectation, commitment } = about;
  // A provider's bare numbers stand on the link itself, as people write them.
  const hasNumbers = commitment?.slack !== undefined || commitment?.defectPass !== undefined;
  const bare = hasNumbers && commitment.text === undefined ? commitment : undefined;
  return present<FileLink>({
    id: id === about.idIfUnwritten ? undefined : id,
    provider,
    customer,
    output: output === '' ? undefined : output,
    dependence,
    alternativeGroup,
    switchTime: duration(switchTime, time),
    slack: duration(bare?.slack, time),
    leadTime: duration(leadTime, time),
    defectPass: bare?.defectPass,
    handshake: handshake === 'declared' ? undefined : handshake,
    expectation: statementAsWritten(expectation, time),
    commitment: bare ? undefined : statementAsWritten(commitment, time),
  });
}

const statementAsWritten = (statement: Statement | undefined, time: WorkingTime): FileStatement | undefined =>
  statement &&
  present<FileStatement>({
    text: statement.text,
    slack: duration(statement.slack, time),
    defectPass: statement.defectPass,
  });

const duration = (minutes: number | undefined, time: WorkingTime): string | undefined =>
  minutes === undefined ? undefined : formatDuration(minutes, time);

/** Leaves out what is `undefined`, which YAML would write as empty. */
const present = <T extends object>(fields: { [Key in keyof T]: T[Key] | undefined }): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/** Sections apart, and what a side says about a link on one line. */
function yamlOf(file: MapFile): string {
  const document = new Document(file, { aliasDuplicateObjects: false });
  if (isMap(document.contents)) {
    for (const pair of document.contents.items) {
      if (!isPair(pair) || !isScalar(pair.key) || !isSeq(pair.value)) continue;
      pair.key.spaceBefore = true;
      for (const entry of pair.value.items) {
        if (!isMap(entry)) continue;
        for (const { value } of entry.items) if (isMap(value)) value.flow = true;
      }
    }
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
