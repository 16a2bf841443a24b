import '../../testing/browser-stubs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { itemAt } from '../../open-map/apply-changes';
import { createOpenMap, type OpenMapStore } from '../../open-map/open-map-store';
import { OpenMapProvider } from '../../open-map/use-open-map';
import { browserStorage } from '../../open-map/waiting-storage';
import { aChain } from '../../testing/a-chain';
import { SmallServer } from '../../testing/small-server';
import { startText } from '../../text/text';
import { DetailsPanel } from './details-panel';

let open: OpenMapStore;
startText();

const party = (id: string) => itemAt(open.getState().items, { type: 'party', id });
const field = (name: string): HTMLInputElement => screen.getByRole('textbox', { name });

/** Does something on the page, and lets what it commits be answered. */
const doing = (what: () => void) =>
  act(async () => {
    what();
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  });

const write = (name: string, text: string) =>
  doing(() => {
    fireEvent.change(field(name), { target: { value: text } });
    fireEvent.blur(field(name));
  });

/** The details of a party or a link; of the map, where neither is chosen. */
function show(type?: 'party' | 'link', id = ''): void {
  render(
    <MantineProvider env="test">
      <OpenMapProvider value={open}>
        <DetailsPanel
          selection={type && { type, id }}
          onSelect={() => undefined}
          onRemove={() => undefined}
          onConnect={() => undefined}
          onWhatIf={() => undefined}
          onSeeFrom={() => undefined}
          naming={false}
        />
      </OpenMapProvider>
    </MantineProvider>,
  );
}

beforeEach(() => {
  localStorage.clear();
  const server = new SmallServer(aChain);
  open = createOpenMap('m', server.read(), server, browserStorage('m'));
});

afterEach(() => {
  cleanup();
  open.getState().close();
});

describe('the details of a party', () => {
  test('are committed on leaving a field', async () => {
    show('party', 'loaders');
    await write('Purpose', 'Put each bag on its plane');
    expect(party('loaders')).toMatchObject({ purpose: 'Put each bag on its plane' });
  });

  test('are committed where the page is closed while somebody types', async () => {
    show('party', 'loaders');
    await doing(() => {
      fireEvent.change(field('Purpose'), { target: { value: 'Put each bag on its plane' } });
      window.dispatchEvent(new Event('pagehide'));
    });
    expect(party('loaders')).toMatchObject({ purpose: 'Put each bag on its plane' });
  });

  test('take a buffer as people say it', async () => {
    show('party', 'loaders');
    await write('Buffer', '1h30m');
    expect(party('loaders')).toMatchObject({ buffer: 90 });
  });

  test('keep what was typed and say what would be right where it cannot be read', async () => {
    show('party', 'loaders');
    await write('Buffer', 'a while');
    expect(field('Buffer').value).toBe('a while');
    expect(screen.getByText(/write a duration such as 30m/)).toBeTruthy();
    expect(party('loaders')).not.toHaveProperty('buffer');
  });

  test('tell the longest buffer in weeks', async () => {
    show('party', 'loaders');
    await write('Buffer', '999999w');
    expect(screen.getByText('write at most 2190 weeks')).toBeTruthy();
  });

  test('refuse a name of blanks with a sentence', async () => {
    show('party', 'loaders');
    await write('Name', '  ');
    expect(screen.getByText('is empty; write something')).toBeTruthy();
    expect(party('loaders')).toMatchObject({ name: 'Bag loaders' });
  });

  test('give up what was typed on Escape', async () => {
    show('party', 'loaders');
    await doing(() => {
      fireEvent.change(field('Name'), { target: { value: 'Something else' } });
    });
    await doing(() => {
      fireEvent.keyDown(field('Name'), { key: 'Escape' });
    });
    expect(party('loaders')).toMatchObject({ name: 'Bag loaders' });
  });

  test('begin the sentence that a verdict will say of an external customer', async () => {
    show('party', 'passengers');
    expect(screen.getByText('they may')).toBeTruthy();
    expect(field('Felt as').getAttribute('autocapitalize')).toBe('none');
    await write('Felt as', 'leave hungry');
    expect(party('passengers')).toMatchObject({ feltAs: 'leave hungry' });
  });

  test.each([
    [
      'loaders',
      'external-customer',
      'An external customer hands nothing on: first remove the link to Turnaround.',
    ],
    ['turnaround', 'supplier', 'A supplier needs nobody here: first remove the link from Bag loaders.'],
  ])('say which link of %s to remove before it becomes a %s', async (id, kind, sentence) => {
    show('party', id);
    fireEvent.change(screen.getByRole('combobox', { name: 'Kind' }), { target: { value: kind } });
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(party(id)).toMatchObject({ kind: 'team' });
    await doing(() =>
      open.getState().edit([
        { op: 'remove', type: 'statement', id: 'hold/customer' },
        { op: 'remove', type: 'link', id: 'hold' },
      ]),
    );
    expect(screen.queryByText(sentence)).toBeNull();
  });
});

describe('the details of a map', () => {
  test('say how long a day and a week of work are, and take what is said of them', async () => {
    show();
    expect(field('A day').placeholder).toMatch(/^8.h, assumed$/);
    expect(field('A week').placeholder).toMatch(/^5.d, assumed$/);
    await write('A day', '24h');
    await write('A week', '7d');
    expect(itemAt(open.getState().items, { type: 'map', id: 'm' })).toMatchObject({
      dayLength: 1440,
      weekLength: 10080,
    });
    expect(field('A day').value).toMatch(/^24.h$/);
    expect(field('A week').value).toMatch(/^7.d$/);
  });
});

describe('the details of a link', () => {
  test('show the two sides, the gap between them and whose number counts', async () => {
    show('link', 'hold');
    expect(field('Expectation: Slack').value).toBe('10m');
    await write('Commitment: Slack', '25m');
    expect(screen.getByText(/15.min apart/)).toBeTruthy();
    expect(itemAt(open.getState().items, { type: 'statement', id: 'hold/provider' })).toMatchObject({
      slack: 25,
    });
  });

  test('end a statement of which nothing is left', async () => {
    show('link', 'hold');
    await write('Expectation: Slack', '');
    expect(itemAt(open.getState().items, { type: 'statement', id: 'hold/customer' })).toBeUndefined();
  });
});
