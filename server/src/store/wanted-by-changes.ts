import type { Change } from '@downstream/graph-schema/change';
import { referenceKey, type ItemReference } from '@downstream/graph-schema/item';
import { sides, statementId } from '@downstream/graph-schema/statement';
import type { Wanted } from './map-transaction.js';
import type { MapWorkspace } from './map-workspace.js';

/**
 * What has to be read to judge changes, in two askings, so that a whole batch costs two reads however many commits
 * share it: first what the changes themselves name …
 */
export function namedBy(changes: Iterable<Change>): Required<Pick<Wanted, 'items' | 'linksAt' | 'groups'>> {
  const asking = gather();
  for (const change of changes) {
    const { type, id } = change.op === 'put' ? change.item : change;
    asking.item(type, id);
    if (change.op === 'remove') {
      if (type === 'party') asking.linksAt(id);
      if (type === 'link') for (const side of sides) asking.item('statement', statementId(id, side));
    } else {
      const fields: Record<string, unknown> = change.op === 'put' ? change.item : change.fields;
      if (type === 'link') {
        asking.ends(fields['provider'], fields['customer']);
        asking.group(fields['customer'], fields['alternativeGroup']);
      }
      if (type === 'statement' && typeof fields['link'] === 'string') asking.item('link', fields['link']);
    }
  }
  return asking.wanted();
}

/** … then, with these items read, what they touch. */
export function touchedBy(changes: Iterable<Change>, workspace: MapWorkspace): Wanted {
  const asking = gather();
  for (const change of changes) {
    const reference = change.op === 'put' ? change.item : change;
    const item = workspace.item(reference)?.item;
    if (!item) continue;
    const fields: Record<string, unknown> =
      change.op === 'put' ? change.item : change.op === 'patch' ? change.fields : {};
    if (item.type === 'party' && 'kind' in fields && fields['kind'] !== item.kind) asking.linksAt(item.id);
    if (item.type === 'statement') asking.item('link', item.link);
    if (item.type === 'link') {
      asking.ends(item.provider, item.customer);
      for (const customer of [item.customer, fields['customer']]) {
        asking.group(customer, item.alternativeGroup);
        asking.group(customer, fields['alternativeGroup']);
      }
    }
  }
  return asking.wanted();
}

function gather() {
  const items = new Map<string, ItemReference>();
  const parties = new Set<string>();
  const groups = new Map<string, { customer: string; group: string }>();
  const item = (type: ItemReference['type'], id: string) => {
    items.set(referenceKey({ type, id }), { type, id });
  };
  return {
    item,
    ends(...ids: unknown[]) {
      for (const id of ids) if (typeof id === 'string') item('party', id);
    },
    linksAt: (party: string) => parties.add(party),
    group(customer: unknown, group: unknown) {
      if (typeof customer !== 'string' || typeof group !== 'string') return;
      groups.set(JSON.stringify([customer, group]), { customer, group });
    },
    wanted: () => ({ items: [...items.values()], linksAt: [...parties], groups: [...groups.values()] }),
  };
}
