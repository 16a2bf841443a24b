import type { Link } from '@downstream/graph-schema/link';
import type { Party, PartyKind } from '@downstream/graph-schema/party';
import { newUuid } from '../server/uuid';

/**
 * An id that a person can read in a map file, with enough chance in it that two browsers which add the same name
 * at the same moment do not meet.
 */
export function newId(name: string): string {
  const readable = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const chance = newUuid().slice(0, 6);
  return readable === '' ? chance : `${readable}-${chance}`;
}

export const newParty = (kind: PartyKind, name: string): Party => ({
  type: 'party',
  id: newId(name),
  kind,
  name,
});

export const newLink = (provider: string, customer: string, output: string): Link => ({
  type: 'link',
  id: newId(output),
  provider,
  customer,
  output,
  handshake: 'declared',
});
