import '../../testing/browser-stubs';
import { expect, test } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import { startText } from '../../text/text';
import { PasteTable } from './paste-table';

startText();

test('what is wrong in a pasted row is told by the name that the field has on the page', () => {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <PasteTable onMade={() => undefined} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  fireEvent.change(screen.getByRole('textbox'), {
    target: { value: 'provider\tcustomer\tdefectPass\tleadTime\nBakery\tKitchen\t2\tsoon' },
  });
  expect(screen.getByText('“A defect passes” is 2; write at most 1')).toBeTruthy();
  expect(screen.getByText(/^“Felt after” is "soon"; write a duration/)).toBeTruthy();
});
