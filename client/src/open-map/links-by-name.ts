import type { Change } from '@downstream/graph-schema/change';
import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party, PartyKind } from '@downstream/graph-schema/party';
import { statementId, type Statement } from '@downstream/graph-schema/statement';
import { newLink, newParty } from './new-items';

/** A link whose parties are known by name alone, as typed in a line or pasted from a spreadsheet. */
export interface NamedLink
  extends
    Partial<Pick<Link, 'dependence' | 'alternativeGroup' | 'switchTime' | 'leadTime'>>,
    Partial<Pick<Statement, 'slack' | 'defectPass'>> {
  provider: string;
  customer: string;
  output: string;
}

/** Names and outputs that people mean as the same, however they typed them. */
export const plain = (text: string): string => text.trim().toLowerCase();

/** Parties by their `plain` name; of several with one name, the last. */
export const partiesByName = (parties: readonly Party[]): Map<string, Party> =>
  new Map(parties.map((party) => [plain(party.name), party]));

/**
 * The parties that are missing and the links between them. A number written on a link is its provider's word.
 * `ends` is what becomes of a new party that hands on nothing: in a whole table that is an external customer.
 */
export function linksByName(
  content: Pick<MapContent, 'parties'>,
  links: readonly NamedLink[],
  ends: PartyKind,
): { changes: Change[]; added: Link[] } {
  const known = partiesByName(content.parties);
  const providers = new Set(links.map(({ provider }) => plain(provider)));
  const changes: Change[] = [];
  const partyNamed = (name: string): Party => {
    const there = known.get(plain(name));
    if (there) return there;
    const party = newParty(providers.has(plain(name)) ? 'team' : ends, name.trim());
    known.set(plain(name), party);
    changes.push({ op: 'put', item: party });
    return party;
  };

  const added: Link[] = [];
  const statements: Change[] = [];
  for (const { provider, customer, output, slack, defectPass, ...named } of links) {
    const link = {
      ...newLink(partyNamed(provider).id, partyNamed(customer).id, output),
      ...ownFields(named),
    };
    added.push(link);
    if (slack === undefined && defectPass === undefined) continue;
    const statement: Statement = {
      type: 'statement',
      id: statementId(link.id, 'provider'),
      link: link.id,
      side: 'provider',
      ...(slack !== undefined && { slack }),
      ...(defectPass !== undefined && { defectPass }),
    };
    statements.push({ op: 'put', item: statement });
  }
  const puts = added.map((item): Change => ({ op: 'put', item }));
  return { changes: [...changes, ...puts, ...statements], added };
}

/** A row may say more than a link holds: where it stood, what is wrong with it. */
function ownFields({
  dependence,
  alternativeGroup,
  switchTime,
  leadTime,
}: Partial<NamedLink>): Partial<Link> {
  return {
    ...(dependence !== undefined && { dependence }),
    ...(alternativeGroup !== undefined && { alternativeGroup }),
    ...(switchTime !== undefined && { switchTime }),
    ...(leadTime !== undefined && { leadTime }),
  };
}
