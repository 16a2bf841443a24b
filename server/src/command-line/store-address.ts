import type { Environment } from '../environment.js';
import { refusal } from './refusal.js';

/**
 * A store as it is named on the command line: `embedded:FOLDER`, `neo4j://user:password@host:7687/database` (or
 * bolt:, with +s), or `env` for the one the environment names, which comes back as `undefined`.
 */
export function storeAddress(text: string): Environment['store'] | undefined {
  if (text === 'env') return undefined;
  if (text.startsWith('embedded:') && text.length > 'embedded:'.length) {
    return { kind: 'embedded', folder: text.slice('embedded:'.length) };
  }
  if (/^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\//.test(text) && URL.canParse(text)) {
    const { protocol, host, username, password, pathname } = new URL(text);
    if (host !== '' && password !== '') {
      return {
        kind: 'neo4j',
        uri: `${protocol}//${host}`,
        user: decodeURIComponent(username) || 'neo4j',
        password: decodeURIComponent(password),
        database: decodeURIComponent(pathname.slice(1)) || undefined,
      };
    }
  }
  // What was written may hold a password, so it is not repeated.
  throw refusal(
    'A store is embedded:FOLDER, neo4j://user:password@host:7687, or env for the one of the environment.',
  );
}
