import '../../testing/browser-stubs';
import { expect, jest, test } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import type { ItemReference } from '@downstream/graph-schema/item';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { createOpenMap } from '../../open-map/open-map-store';
import { OpenMapProvider } from '../../open-map/use-open-map';
import { browserStorage } from '../../open-map/waiting-storage';
import { aChain } from '../../testing/a-chain';
import { SmallServer } from '../../testing/small-server';
import { startText } from '../../text/text';
import { holdTyping } from '../../ui/hold-typing';
import MapSearch from './map-search';

startText();

test('a name and Enter, typed before the search has come, find the party and put the search away', async () => {
  const server = new SmallServer(aChain);
  const onSelect = jest.fn<(item: ItemReference) => void>();
  holdTyping();
  for (const key of ['T', 'u', 'r', 'n', 'Enter']) fireEvent.keyDown(document.body, { key });
  render(
    <MantineProvider env="test">
      <OpenMapProvider value={createOpenMap('m', server.read(), server, browserStorage('m'))}>
        <MapSearch onSelect={onSelect} asked={1} />
      </OpenMapProvider>
    </MantineProvider>,
  );
  await waitFor(() => expect(onSelect).toHaveBeenCalledTimes(1));
  expect(onSelect).toHaveBeenCalledWith({ type: 'party', id: 'turnaround' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});
