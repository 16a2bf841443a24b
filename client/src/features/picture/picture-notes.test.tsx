import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { startText } from '../../text/text';
import { PictureNotes } from './picture-notes';

startText();

const notes = (parties: number, isIdle: boolean) =>
  render(
    <PictureNotes
      connectingFrom={undefined}
      onStop={() => undefined}
      status="settled"
      parties={parties}
      isShown
      isIdle={isIdle}
    />,
  );

test('of thousands of parties it is said how to come to read them, until somebody is chosen or a ripple plays', () => {
  const { unmount } = notes(4_999, true);
  expect(screen.getByText(/4,999 parties are too many/)).toBeTruthy();
  unmount();
  notes(4_999, false);
  notes(60, true);
  expect(screen.queryByText(/too many/)).toBeNull();
});
