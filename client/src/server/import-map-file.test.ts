import '../testing/browser-stubs';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { importMapFile } from './import-map-file';
import { Unreachable } from './call';

const fetched = jest.fn<(address: string) => Promise<Partial<Response>>>();
const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
  fetched.mockReset();
});

const idIn = (address: string): string => new URL(address, 'http://here').searchParams.get('id') ?? '';
const refusal = { type: 'about:blank', title: 'There is one.', status: 409, code: 'MAP_EXISTS' };

describe('A map file whose answer is lost', () => {
  test('is sent again for the same map, and is not made twice', async () => {
    const made = new Set<string>();
    globalThis.fetch = fetched.mockImplementation((address) => {
      if (made.has(idIn(address)))
        return Promise.resolve({ ok: false, status: 409, json: () => Promise.resolve(refusal) });
      made.add(idIn(address));
      return Promise.reject(new TypeError('the network is gone'));
    }) as unknown as typeof fetch;
    const { id } = await importMapFile('map: Hotel', 'application/yaml');
    expect([...made]).toEqual([id]);
  });

  test('is told where nobody answers the second time either', async () => {
    globalThis.fetch = fetched.mockRejectedValue(new TypeError('gone')) as unknown as typeof fetch;
    await expect(importMapFile('map: Hotel', 'application/yaml')).rejects.toBeInstanceOf(Unreachable);
    expect(new Set(fetched.mock.calls.map(([address]) => idIn(address))).size).toBe(1);
  });
});
