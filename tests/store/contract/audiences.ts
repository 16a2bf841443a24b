import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '@downstream/graph-schema/audience';
import type { StoreUnderTest } from '../store-contract.js';
import {
  airline,
  as,
  commitOf,
  editor,
  itemsSeen,
  owner,
  patch,
  put,
  remove,
  replayed,
  speakingFor,
  stored,
  team,
  theServer,
} from './arrange.js';

const link = 'Gate > Passengers';
const statement = `${link}/provider`;
const secret = 'We can never keep this';

/** A map on which the gate has said something that only its own side may read so far. */
async function withABlindStatement({ store }: StoreUnderTest) {
  const map = await stored(store, airline);
  const gate = as('gail', speakingFor('Gate'));
  const commit = commitOf(
    put(
      { type: 'statement', id: statement, link, side: 'provider', text: secret, slack: 7 },
      { audience: 'side:Gate' },
    ),
  );
  const answer = await store.commit(map, commit, gate);
  return { map, gate, commit, answer };
}

const everyoneElse: [string, Viewer][] = [
  ['an editor', editor],
  ['the facilitator', owner],
  ['the other side', speakingFor('Passengers')],
  ['one whose name only begins alike', speakingFor('Gat', 'Gates')],
];

export function audienceContract(underTest: () => StoreUnderTest): void {
  describe('audiences', () => {
    test.each(everyoneElse)('what one side says blind never reaches %s', async (_, viewer) => {
      const { store } = underTest();
      const { map, commit } = await withABlindStatement(underTest());
      const other = as('otto', viewer);
      const told: unknown[] = [];
      const hear = (answer: Promise<unknown>) =>
        answer.then(
          (heard) => told.push(heard),
          (refusal: unknown) =>
            told.push(
              refusal,
              (refusal as { details?: unknown }).details,
              (refusal as { current?: unknown }).current,
            ),
        );

      await hear(store.loadMap(map, viewer));
      await hear(store.changesSince(map, 0, viewer));
      await hear(store.commit(map, commitOf(patch('statement', statement, { slack: 1 })), other));
      await hear(
        store.commit(map, commitOf(patch('statement', statement, {}, { expectedVersion: 1 })), other),
      );
      await hear(store.commit(map, commitOf(remove('statement', statement)), other));
      await hear(
        store.commit(
          map,
          commitOf(put({ type: 'statement', id: statement, link, side: 'provider' }, { expectedVersion: 0 })),
          other,
        ),
      );
      await hear(store.commit(map, commitOf(remove('link', link)), other));
      await hear(store.commit(map, commit, other));

      expect(JSON.stringify(told)).not.toContain(secret);
      expect(JSON.stringify(told)).not.toContain('"slack":7');
      expect((await itemsSeen(store, map)).get(`statement ${statement}`)).toMatchObject({
        text: secret,
        slack: 7,
      });
    });

    test('its own side reads it, everywhere', async () => {
      const { store } = underTest();
      const { map, gate, answer } = await withABlindStatement(underTest());
      expect((await itemsSeen(store, map, gate.viewer)).get(`statement ${statement}`)).toMatchObject({
        text: secret,
      });
      expect((await store.changesSince(map, 1, gate.viewer)).entries).toEqual([answer.entry]);
      await expect(
        store.commit(
          map,
          commitOf(patch('statement', statement, { slack: 1 }, { expectedVersion: 1 })),
          gate,
        ),
      ).rejects.toMatchObject({ code: 'VERSION_CONFLICT', current: { item: { text: secret } } });
    });

    test('a hidden item is as good as absent, but its id is taken', async () => {
      const { store } = underTest();
      const { map } = await withABlindStatement(underTest());
      const other = as('otto', editor);
      await expect(
        store.commit(map, commitOf(patch('statement', statement, { slack: 1 })), other),
      ).rejects.toMatchObject({ code: 'INPUT_INVALID', details: [{ path: ['changes', 0, 'id'] }] });
      await expect(
        store.commit(map, commitOf(put({ type: 'statement', id: statement, link, side: 'provider' })), other),
      ).rejects.toMatchObject({ code: 'VERSION_CONFLICT', current: undefined });
    });

    test('a reveal brings the whole item to those who had nothing; hiding it again takes it away', async () => {
      const { store } = underTest();
      const { map, gate } = await withABlindStatement(underTest());
      await store.commit(
        map,
        commitOf(patch('statement', statement, { slack: 9 }, { audience: 'everyone' })),
        gate,
      );
      const revealed = { link, side: 'provider', text: secret, slack: 9 };

      expect((await store.changesSince(map, 1, editor)).entries).toMatchObject([
        { revision: 3, changes: [{ type: 'statement', id: statement, before: null, after: revealed }] },
      ]);
      expect((await store.changesSince(map, 2, gate.viewer)).entries).toMatchObject([
        { revision: 3, changes: [{ before: { slack: 7 }, after: { slack: 9 } }] },
      ]);

      await store.commit(
        map,
        commitOf(patch('statement', statement, { slack: 3 }, { audience: 'side:Gate' })),
        gate,
      );
      const narrowing = (await store.changesSince(map, 3, editor)).entries;
      expect(narrowing).toMatchObject([{ changes: [{ before: revealed, after: null }] }]);
      expect(await itemsSeen(store, map, editor)).not.toHaveProperty(`statement ${statement}`);
      expect((await store.changesSince(map, 3, gate.viewer)).entries).toMatchObject([
        { changes: [{ before: { slack: 9 }, after: { slack: 3 } }] },
      ]);
    });

    test('a put keeps who may read, unless it says otherwise', async () => {
      const { store } = underTest();
      const { map, gate } = await withABlindStatement(underTest());
      await store.commit(
        map,
        commitOf(put({ type: 'statement', id: statement, link, side: 'provider' })),
        gate,
      );
      expect([...(await itemsSeen(store, map, editor)).keys()]).not.toContain(`statement ${statement}`);
    });

    test('nobody hides something from themselves', async () => {
      const { store } = underTest();
      const map = await stored(store, airline);
      for (const audience of ['facilitator', 'server', 'side:Gate'] as const) {
        await expect(
          store.commit(map, commitOf(put(team('Ghosts'), { audience })), as('otto', editor)),
        ).rejects.toMatchObject({ code: 'FORBIDDEN', details: [{ path: ['changes', 0, 'audience'] }] });
      }
    });

    test('a party that one may not read is no party to link to, and its name stays untold', async () => {
      const { store } = underTest();
      const map = await stored(store, airline);
      await store.commit(
        map,
        commitOf(
          put(
            { type: 'party', id: 'x', kind: 'external-customer', name: secret },
            { audience: 'facilitator' },
          ),
        ),
        theServer,
      );
      const refusal: unknown = await store
        .commit(
          map,
          commitOf(
            put({
              type: 'link',
              id: 'l',
              provider: 'x',
              customer: 'Gate',
              output: '',
              handshake: 'declared',
            }),
          ),
          as('otto', editor),
        )
        .catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code: 'UNKNOWN_PARTY' });
      expect(String(refusal)).not.toContain(secret);
    });

    test('every reader who follows the log knows exactly what a load would tell', async () => {
      const { store } = underTest();
      const { map, gate } = await withABlindStatement(underTest());
      await store.commit(
        map,
        commitOf(patch('statement', statement, { slack: 9 }, { audience: 'everyone' })),
        gate,
      );
      await store.commit(map, commitOf(patch('statement', statement, {}, { audience: 'side:Gate' })), gate);
      await store.commit(map, commitOf(put(team('Ghosts'), { audience: 'facilitator' })), as('lea', owner));
      for (const viewer of [editor, owner, gate.viewer, 'server'] as const) {
        expect(replayed((await store.changesSince(map, 0, viewer)).entries)).toEqual(
          await itemsSeen(store, map, viewer),
        );
      }
    });
  });
}
