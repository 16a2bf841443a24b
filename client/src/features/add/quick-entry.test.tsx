import '../../testing/browser-stubs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import type { Item } from '@downstream/graph-schema/item';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createOpenMap, type OpenMapStore } from '../../open-map/open-map-store';
import { linkInWords } from '../../open-map/name-of';
import { contentOfItems, OpenMapProvider } from '../../open-map/use-open-map';
import { browserStorage } from '../../open-map/waiting-storage';
import { aChain } from '../../testing/a-chain';
import { SmallServer } from '../../testing/small-server';
import { startText } from '../../text/text';
import { QuickEntry } from './quick-entry';

let open: OpenMapStore;
startText();

const links = () => {
  const content = contentOfItems(open.getState().items);
  return content.links.map((link) => linkInWords(content, link)).sort();
};
const field = () => screen.getByRole<HTMLInputElement>('textbox');

/** Enters a line, and lets what it commits be answered. */
const enter = (line: string) =>
  act(async () => {
    fireEvent.change(field(), { target: { value: line } });
    fireEvent.submit(field().closest('form')!);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  });

beforeEach(() => {
  localStorage.clear();
  const server = new SmallServer(aChain);
  open = createOpenMap('m', server.read(), server, browserStorage('m'));
  render(
    <MantineProvider env="test">
      <OpenMapProvider value={open}>
        <QuickEntry onAdded={() => undefined} focusAtOnce={false} />
      </OpenMapProvider>
    </MantineProvider>,
  );
});

afterEach(() => {
  cleanup();
  open.getState().close();
});

test('What was added is told while it is there, and not beside a mistake', async () => {
  await enter('Caterer > Passengers: meals');
  expect(screen.getByRole('status').textContent).toBe('Added: Caterer → Passengers: meals');
  await enter('Caterer');
  expect(screen.getByRole('status').textContent).toBe('');
  await enter('Caterer > Gate agents: sandwiches');
  expect(screen.getByRole('status').textContent).toMatch(/sandwiches/);
  act(() => void open.getState().undo());
  expect(screen.getByRole('status').textContent).toBe('');
});

describe('A line about two who are linked already', () => {
  test.each([
    'turnaround > Passengers',
    'Turnaround > Passengers: Plane',
    'Turnaround > Passengers (10m slack)',
  ])('"%s" makes no second link, says why, and stays to be changed', async (line) => {
    const before = links();
    await enter(line);
    expect(links()).toEqual(before);
    expect(screen.getByText(/are linked already/)).not.toBeNull();
    expect(field().value).toBe(line);
  });

  test('makes another link where it names another output', async () => {
    await enter('Turnaround > Passengers: boarding time');
    expect(links()).toContain('Turnaround → Passengers: boarding time');
    expect(field().value).toBe('');
  });

  test('adds what is new of a chain that begins with them', async () => {
    const before = links();
    await enter('Bag loaders > Turnaround > Gate agents');
    expect(links()).toEqual([...before, 'Turnaround → Gate agents'].sort());
  });

  test('means the same two as the link that it makes, where two are of one name', async () => {
    const twin: Item = { type: 'party', kind: 'team', id: 'twin', name: 'Turnaround' };
    act(() => void open.getState().edit([{ op: 'put', item: twin }]));
    await enter('Turnaround > Passengers');
    const after = links();
    expect(after).toContain('Turnaround → Passengers');
    await enter('Turnaround > Passengers');
    expect(links()).toEqual(after);
    expect(screen.getByText(/are linked already/)).not.toBeNull();
  });
});
