import { describe, expect, test } from '@jest/globals';
import { audienceSchema, mayRead, type Audience, type Viewer } from './audience.js';

const viewers = {
  server: 'server',
  owner: { role: 'owner', speaksFor: [] },
  editor: { role: 'editor', speaksFor: [] },
  loader: { role: 'viewer', speaksFor: ['Loaders'] },
} as const satisfies Record<string, Viewer>;

describe('Who may read what', () => {
  test.each<[Audience, (keyof typeof viewers)[]]>([
    ['everyone', ['server', 'owner', 'editor', 'loader']],
    ['facilitator', ['server', 'owner']],
    ['side:Loaders', ['server', 'loader']],
    ['side:Gate', ['server']],
    ['server', ['server']],
  ])('%s: %j', (audience, readers) => {
    const found = Object.entries(viewers).filter(([, viewer]) => mayRead(audience, viewer));
    expect(found.map(([name]) => name)).toEqual(readers);
  });

  test('a side without a party is no audience', () => {
    expect(audienceSchema.safeParse('side:').success).toBe(false);
    expect(audienceSchema.safeParse('side:a:b').success).toBe(true);
  });
});
