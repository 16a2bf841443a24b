import '../../testing/browser-stubs';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { referenceKey, type ItemReference } from '@downstream/graph-schema/item';
import { useState } from 'react';
import i18next from 'i18next';
import { compare, prepare } from '../../engine/engine-answer';
import type { Items } from '../../open-map/apply-changes';
import { contentOfItems } from '../../open-map/use-open-map';
import { aChain } from '../../testing/a-chain';
import { startText } from '../../text/text';
import { ComparePanel } from './compare-panel';
import { differenceOf } from './difference';
import { differenceInWords } from './difference-in-words';
import { editedItems, withEdits, type WhatIf } from './what-if';

const items: Items = new Map(
  aChain.map((item) => [referenceKey(item), { version: 1, audience: 'everyone', item }]),
);
const content = contentOfItems(items);
const disruptions = [{ party: 'loaders', kind: 'delay', minutes: 30 }] as const;
let kept: WhatIf | undefined;

/** The panel as the page holds it, with the engine in place of its worker. */
function Held({ selection, mayKeep = true }: { selection?: ItemReference; mayKeep?: boolean }) {
  const [whatIf, setWhatIf] = useState<WhatIf>({ edits: [], disruptions: undefined });
  const edited = editedItems(items, whatIf.edits);
  const changed = { items: edited.items, content: contentOfItems(edited.items) };
  const answer = compare(
    { prepared: prepare(content), disruptions },
    { prepared: prepare(changed.content), disruptions },
  );
  if ('problem' in answer) throw new Error(answer.problem.code);
  const differences = differenceOf(answer.comparison, content);
  return (
    <MantineProvider env="test">
      <ComparePanel
        content={content}
        items={items}
        changed={changed}
        flaw={edited.flaw}
        whatIf={whatIf}
        onEdit={(more) => {
          const edits = withEdits(items, whatIf.edits, more);
          const { flaw } = editedItems(items, edits);
          if (flaw === undefined) setWhatIf({ ...whatIf, edits });
          return flaw;
        }}
        onSameDisruption={() => undefined}
        state={{ status: 'ready', comparison: answer.comparison, problem: undefined }}
        differences={differences}
        words={differenceInWords(differences, content, i18next.t)}
        selection={selection}
        onSelect={() => undefined}
        disruption={null}
        rows={null}
        onKeep={mayKeep ? () => (kept = whatIf) : undefined}
        onDiscard={() => setWhatIf({ edits: [], disruptions: undefined })}
      />
    </MantineProvider>
  );
}

const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const hold: ItemReference = { type: 'link', id: 'hold' };

beforeAll(startText);
beforeEach(() => {
  kept = undefined;
});
afterEach(cleanup);

describe('what if a link had more slack', () => {
  test('each step shows at once what it takes off the harm, in numbers with units', () => {
    render(<Held selection={hold} />);
    expect(screen.getAllByText('20 weighted minutes')).toHaveLength(2);
    fireEvent.click(button('Slack: more'));
    fireEvent.click(button('Slack: more'));
    expect(screen.getByText('20 weighted minutes')).toBeTruthy();
    expect(screen.getByText('10 weighted minutes')).toBeTruthy();
    expect(screen.getByText(/loaded hold: slack 10.min → 20.min/)).toBeTruthy();
  });

  test('a number can be typed as people say it; what cannot be read says what would be right', () => {
    render(<Held selection={hold} />);
    const slack = screen.getByRole<HTMLInputElement>('textbox', { name: /^Slack/ });
    fireEvent.change(slack, { target: { value: 'plenty' } });
    fireEvent.blur(slack);
    expect(screen.getByText(/write a duration such as 30m/)).toBeTruthy();
    fireEvent.change(slack, { target: { value: '30m' } });
    fireEvent.blur(slack);
    expect(screen.getByText('0 weighted minutes')).toBeTruthy();
  });

  test('only what differs can be kept, and what is taken back differs no longer', () => {
    render(<Held selection={hold} />);
    expect(button('Keep this change').disabled).toBe(true);
    fireEvent.click(button('Slack: more'));
    fireEvent.click(button('Keep this change'));
    expect(kept?.edits).toEqual([{ field: 'slack', id: 'hold', value: 15 }]);
    fireEvent.click(button('Take back: Slack'));
    expect(button('Keep this change').disabled).toBe(true);
  });

  test('discarding leaves nothing different', () => {
    render(<Held selection={hold} />);
    fireEvent.click(button('Slack: more'));
    fireEvent.click(button('Discard'));
    expect(screen.getAllByText('20 weighted minutes')).toHaveLength(2);
    expect(button('Discard').disabled).toBe(true);
  });
});

test('who may only read can play, and is told how to have it kept', () => {
  render(<Held selection={{ type: 'party', id: 'turnaround' }} mayKeep={false} />);
  fireEvent.click(button('Buffer: more'));
  expect(screen.getByText('15 weighted minutes')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Keep this change' })).toBeNull();
  expect(screen.getByText(/Share this address with somebody who may/)).toBeTruthy();
});
