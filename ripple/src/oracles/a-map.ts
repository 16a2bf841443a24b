import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party } from '@downstream/graph-schema/party';
import { statementId } from '@downstream/graph-schema/statement';

type Of<Kind extends Party['kind']> = Omit<Extract<Party, { kind: Kind }>, 'type' | 'kind' | 'id' | 'name'>;
type About = Partial<Omit<Link, 'type' | 'id' | 'provider' | 'customer'>> & {
  slack?: number;
  defectPass?: number;
};

/** Builds a map as a sentence. Names are ids; numbers on a link are the provider's statement. */
export function aMap(name = 'A map') {
  const content: MapContent = {
    map: { type: 'map', id: 'map', name },
    parties: [],
    links: [],
    statements: [],
  };
  const builder = {
    team(id: string, about: Of<'team'> = {}) {
      content.parties.push({ type: 'party', kind: 'team', id, name: id, ...about });
      return builder;
    },
    supplier(id: string, about: Of<'supplier'> = {}) {
      content.parties.push({ type: 'party', kind: 'supplier', id, name: id, ...about });
      return builder;
    },
    customer(id: string, about: Of<'external-customer'> = {}) {
      content.parties.push({ type: 'party', kind: 'external-customer', id, name: id, ...about });
      return builder;
    },
    serves(provider: string, customer: string, { slack, defectPass, ...about }: About = {}) {
      const id = `${provider} > ${customer}`;
      content.links.push({
        type: 'link',
        id,
        provider,
        customer,
        output: 'work',
        handshake: 'declared',
        ...about,
      });
      if (slack !== undefined || defectPass !== undefined) {
        content.statements.push({
          type: 'statement',
          id: statementId(id, 'provider'),
          link: id,
          side: 'provider',
          ...(slack !== undefined && { slack }),
          ...(defectPass !== undefined && { defectPass }),
        });
      }
      return builder;
    },
    content: () => content,
  };
  return builder;
}
