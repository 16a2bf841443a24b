import type { MapContent } from '@downstream/graph-schema/map-content';
import { isFolded } from './folded-id';
import type { Rubber } from './paint-chosen';

/** Who may be given a link by hand: external customers provide nothing onward, and a folded group is not one party. */
export const mayProvide = ({ parties }: MapContent, id: string): boolean =>
  !isFolded(id) && parties.some((party) => party.id === id && party.kind !== 'external-customer');

/** Who may be the customer of a provider: anyone else but a supplier, who depends on no one here. */
export const mayDepend = ({ parties }: MapContent, provider: string, id: string): boolean =>
  id !== provider && !isFolded(id) && parties.some((party) => party.id === id && party.kind !== 'supplier');

/** The first party in the order of names that begins with what was typed and may be chosen. */
export function partyTyped(content: MapContent, provider: string, typed: string): string | undefined {
  const wanted = typed.toLocaleLowerCase();
  return content.parties
    .filter(({ id, name }) => name.toLocaleLowerCase().startsWith(wanted) && mayDepend(content, provider, id))
    .sort((a, b) => a.name.localeCompare(b.name))[0]?.id;
}

/** A link in the making. `typed` are the letters of a name so far. */
export interface Connecting extends Rubber {
  typed: string;
}
