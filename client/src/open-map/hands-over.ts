import type { MapContent } from '@downstream/graph-schema/map-content';
import { partiesByName, plain } from './links-by-name';

/** Whether this link is there already. Without an output it names none but those that are there. */
export function handsOver(
  { links }: Pick<MapContent, 'links'>,
  provider: string,
  customer: string,
  output: string,
): boolean {
  const named = plain(output);
  return links.some(
    (link) =>
      link.provider === provider &&
      link.customer === customer &&
      (named === '' || plain(link.output) === named),
  );
}

/** The same of parties that are known by name alone. */
export function handsOverByName(
  content: Pick<MapContent, 'parties' | 'links'>,
  link: { provider: string; customer: string; output: string },
): boolean {
  const named = partiesByName(content.parties);
  const [provider, customer] = [link.provider, link.customer].map((name) => named.get(plain(name))?.id);
  return (
    provider !== undefined && customer !== undefined && handsOver(content, provider, customer, link.output)
  );
}
