import '../../testing/browser-stubs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createOpenMap, type OpenMapStore } from '../../open-map/open-map-store';
import { contentOfItems, OpenMapProvider } from '../../open-map/use-open-map';
import { browserStorage } from '../../open-map/waiting-storage';
import { aChain } from '../../testing/a-chain';
import { SmallServer } from '../../testing/small-server';
import { startText } from '../../text/text';
import { BackwardsGuide } from './backwards-guide';

let open: OpenMapStore;
startText();

const outputs = () => contentOfItems(open.getState().items).links.map(({ output }) => output);

/** Answers the question on the page, and lets what it commits be answered. */
const answer = (provider: string, output: string) =>
  act(async () => {
    const write = (label: string | RegExp, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    write(/Who else serves Passengers\?/, provider);
    write('What do they hand over?', output);
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  });

beforeEach(() => {
  localStorage.clear();
  const server = new SmallServer(aChain);
  open = createOpenMap('m', server.read(), server, browserStorage('m'));
  render(
    <MantineProvider env="test">
      <OpenMapProvider value={open}>
        <BackwardsGuide onAdded={() => undefined} onDone={() => undefined} focusAtOnce={false} />
      </OpenMapProvider>
    </MantineProvider>,
  );
});

afterEach(() => {
  cleanup();
  open.getState().close();
});

describe('Naming somebody again who serves them already', () => {
  test.each(['', 'Plane '])('with the output "%s" makes no second link, and says why', async (output) => {
    await answer('turnaround', output);
    expect(outputs()).toEqual(['loaded hold', 'plane']);
    expect(screen.getByText(/Turnaround and Passengers are linked already/)).not.toBeNull();
  });

  test('with another output makes another link', async () => {
    await answer('Turnaround', 'boarding time');
    expect(outputs().sort()).toEqual(['boarding time', 'loaded hold', 'plane']);
    expect(screen.queryByText(/are linked already/)).toBeNull();
  });
});
