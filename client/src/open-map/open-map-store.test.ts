import '../testing/browser-stubs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Change, Fields } from '@downstream/graph-schema/change';
import { aChain } from '../testing/a-chain';
import { SmallServer } from '../testing/small-server';
import { itemAt } from './apply-changes';
import { createOpenMap, type OpenMapStore } from './open-map-store';
import { removalOf } from './remove-from-map';
import { browserStorage } from './waiting-storage';

let server: SmallServer;
let open: OpenMapStore;

const opened = () => createOpenMap('m', server.read(), server, browserStorage('m'));
const patch = (id: string, fields: Fields, type: 'party' | 'link' = 'party'): Change => ({
  op: 'patch',
  type,
  id,
  fields,
});
const shown = (id: string, type: 'party' | 'link' | 'statement' = 'party') =>
  itemAt(open.getState().items, { type, id });
const kept = (id: string, type: 'party' | 'link' = 'party') => server.items.get(`${type} ${id}`)?.item;

/** Everything that can arrive without time passing has arrived. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

beforeEach(() => {
  localStorage.clear();
  server = new SmallServer(aChain);
  open = opened();
});

afterEach(() => open.getState().close());

describe('an edit', () => {
  test('is shown at once and saved soon', async () => {
    open.getState().edit([patch('loaders', { name: 'Baggage crew' })]);
    expect(shown('loaders')).toMatchObject({ name: 'Baggage crew' });
    expect(kept('loaders')).toMatchObject({ name: 'Bag loaders' });
    expect(open.getState().waiting).toHaveLength(1);

    await settled();
    expect(kept('loaders')).toMatchObject({ name: 'Baggage crew' });
    expect(open.getState()).toMatchObject({ waiting: [], revision: 2 });
  });

  test('that breaks a rule goes nowhere and says why', () => {
    const flaws = open.getState().edit([patch('hold', { provider: 'passengers' }, 'link')]);
    expect(flaws).toEqual([expect.objectContaining({ field: 'provider' })]);
    expect(open.getState().waiting).toEqual([]);
  });

  test('is applied once, though the stream tells of it before it is answered', async () => {
    open.getState().edit([patch('loaders', { name: 'Baggage crew' })]);
    server.loseAnswers();
    await settled();
    server.tell();
    expect(open.getState().revision).toBe(2);
    server.mend();
    await settled();
    expect(server.log).toHaveLength(1);
    expect(open.getState()).toMatchObject({ waiting: [], revision: 2, online: true });
  });

  test('that leaves the map as it is makes no commit', async () => {
    open.getState().edit([patch('loaders', { name: 'Bag loaders' })]);
    await settled();
    expect(server.received).toEqual([]);
  });
});

describe('without a network', () => {
  test('edits wait, and arrive in order when it is back', async () => {
    server.cut();
    open.getState().edit([patch('loaders', { name: 'Baggage' })]);
    open.getState().edit([patch('loaders', { name: 'Baggage crew' })]);
    await settled();
    expect(open.getState()).toMatchObject({ online: false });
    expect(open.getState().waiting).toHaveLength(2);

    server.mend();
    await settled();
    expect(kept('loaders')).toMatchObject({ name: 'Baggage crew' });
    expect(open.getState()).toMatchObject({ waiting: [], online: true });
  });

  test('edits outlive the page', async () => {
    server.cut();
    open.getState().edit([patch('loaders', { name: 'Baggage crew' })]);
    await settled();
    open.getState().close();

    server.mend();
    open = opened();
    expect(shown('loaders')).toMatchObject({ name: 'Baggage crew' });
    await settled();
    expect(kept('loaders')).toMatchObject({ name: 'Baggage crew' });
    expect(browserStorage('m').kept()).toEqual([]);
  });

  test('an edit whose answer was lost has one effect', async () => {
    server.loseAnswers();
    open.getState().edit([{ op: 'put', item: { type: 'party', kind: 'team', id: 'gate', name: 'Gate' } }]);
    await settled();
    server.mend();
    await settled();
    expect(server.received).toHaveLength(2);
    expect(server.log).toHaveLength(1);
  });
});

describe('others on the same map', () => {
  test('are seen as they edit', () => {
    server.other([patch('turnaround', { name: 'Turnaround control' })]);
    expect(shown('turnaround')).toMatchObject({ name: 'Turnaround control' });
  });

  test('do not disturb an edit of another field', async () => {
    server.other([patch('loaders', { group: 'Ramp' })], { quietly: true });
    open.getState().edit([patch('loaders', { purpose: 'Put each bag on its plane' })]);
    await settled();
    expect(kept('loaders')).toMatchObject({ group: 'Ramp', purpose: 'Put each bag on its plane' });
    expect(open.getState().conflicts).toEqual([]);
  });

  test('who changed the same field keep theirs until I choose mine', async () => {
    server.other([patch('loaders', { purpose: 'Theirs' })], { quietly: true });
    open.getState().edit([patch('loaders', { purpose: 'Mine' })]);
    await settled();
    expect(shown('loaders')).toMatchObject({ purpose: 'Theirs' });
    const [conflict] = open.getState().conflicts;
    expect(conflict?.clashes).toEqual([
      { item: { type: 'party', id: 'loaders' }, field: 'purpose', mine: 'Mine', theirs: 'Theirs' },
    ]);

    open.getState().settle(conflict!.waiting.key, 'mine');
    await settled();
    expect(kept('loaders')).toMatchObject({ purpose: 'Mine' });
    expect(open.getState().conflicts).toEqual([]);
  });

  test('who changed the same while I was away leave me the choice, also where the stream tells of it first', async () => {
    server.cut();
    open.getState().edit([patch('loaders', { purpose: 'Mine' })]);
    await settled();
    server.other([patch('loaders', { purpose: 'Theirs' })], { quietly: true });
    server.mend();
    server.tell();
    await settled();
    expect(open.getState().refusal).toBeUndefined();
    expect(open.getState().conflicts).toHaveLength(1);
    expect(shown('loaders')).toMatchObject({ purpose: 'Theirs' });
  });

  test('who drew a link to a party that I remove lose that link with it', async () => {
    server.other(
      [
        {
          op: 'put',
          item: {
            type: 'link',
            id: 'new',
            provider: 'loaders',
            customer: 'passengers',
            output: '',
            handshake: 'declared',
          },
        },
      ],
      { quietly: true },
    );
    open.getState().edit(removalOf({ type: 'party', id: 'loaders' }, open.getState().items));
    await settled();
    expect([...server.items.keys()].sort()).toEqual([
      'link plane',
      'map m',
      'party passengers',
      'party turnaround',
    ]);
  });

  test('who delete the map end it here', () => {
    server.remove();
    expect(open.getState().closed).toBe('MAP_GONE');
  });
});

describe('undo', () => {
  test('takes my last edit back, and redo does it again', async () => {
    open.getState().edit([patch('loaders', { name: 'Baggage crew' })]);
    expect(open.getState().undo().done).toBe(true);
    expect(shown('loaders')).toMatchObject({ name: 'Bag loaders' });
    expect(open.getState().redo().done).toBe(true);
    await settled();
    expect(kept('loaders')).toMatchObject({ name: 'Baggage crew' });
  });

  test('brings a removed party back with its links and statements', async () => {
    open.getState().edit(removalOf({ type: 'party', id: 'loaders' }, open.getState().items));
    await settled();
    expect(shown('hold', 'link')).toBeUndefined();
    open.getState().undo();
    await settled();
    expect(kept('hold', 'link')).toMatchObject({ output: 'loaded hold' });
    expect(shown('hold/customer', 'statement')).toMatchObject({ slack: 10 });
  });

  test('leaves what somebody else wrote since, and names the field', async () => {
    open.getState().edit([patch('loaders', { name: 'Baggage crew' })]);
    await settled();
    server.other([patch('loaders', { name: 'Ramp crew' })]);
    expect(open.getState().undo()).toMatchObject({ done: false, kept: [{ field: 'name' }] });
    expect(shown('loaders')).toMatchObject({ name: 'Ramp crew' });
  });

  test('never takes back what others did', async () => {
    server.other([patch('turnaround', { name: 'Turnaround control' })]);
    await settled();
    expect(open.getState().undo()).toEqual({ done: false, kept: [] });
    expect(shown('turnaround')).toMatchObject({ name: 'Turnaround control' });
  });

  test('steps back through several edits, the newest first', () => {
    open.getState().edit([patch('loaders', { name: 'One' })]);
    open.getState().edit([patch('loaders', { name: 'Two' })]);
    open.getState().undo();
    expect(shown('loaders')).toMatchObject({ name: 'One' });
    open.getState().undo();
    expect(shown('loaders')).toMatchObject({ name: 'Bag loaders' });
    open.getState().redo();
    open.getState().redo();
    expect(shown('loaders')).toMatchObject({ name: 'Two' });
  });
});
