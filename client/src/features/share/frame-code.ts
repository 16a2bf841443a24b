/** What a frame needs to know. */
export interface Framed {
  /** This server, as `https://maps.example.org`. */
  origin: string;
  map: string;
  name: string;
  /** The view, as it stands in the address: `?delay=loaders:30`, or nothing. */
  search: string;
  secret: string;
}

/** The HTML that shows a map on another site. The secret stands after the #, which browsers send nowhere. */
export function frameCode({ origin, map, name, search, secret }: Framed): string {
  const address = `${origin}/embed/maps/${encodeURIComponent(map)}${search}#${encodeURIComponent(secret)}`;
  return `<iframe src="${attribute(address)}" title="${attribute(name)}" width="100%" height="600" style="border:0" loading="lazy" referrerpolicy="no-referrer" allow="fullscreen"></iframe>`;
}

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
