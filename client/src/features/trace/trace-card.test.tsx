import '../../testing/browser-stubs';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party } from '@downstream/graph-schema/party';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { begin, finish, prepare, type Ripple } from '../../engine/engine-answer';
import { startText } from '../../text/text';
import { TraceCard } from './trace-card';
import { traceOf } from './trace-of';

startText();
afterEach(cleanup);

const team = (id: string, fields: { buffer?: number } = {}): Party => ({
  type: 'party',
  kind: 'team',
  id,
  name: id,
  ...fields,
});
const link = (provider: string, customer: string, fields: Partial<Link> = {}): Link => ({
  type: 'link',
  id: `${provider} > ${customer}`,
  provider,
  customer,
  output: 'bags',
  handshake: 'declared',
  ...fields,
});

/** Bags go from loaders by the ramp to people; tracing has a second scanner, the crew has a buffer, the shop slack. */
const content: MapContent = {
  map: { type: 'map', id: 'airline', name: 'Airline' },
  parties: [
    team('Loaders'),
    team('Ramp'),
    team('Tracing'),
    team('Scanner'),
    team('Crew', { buffer: 60 }),
    team('Shop'),
    team('Mall'),
    team('Elsewhere'),
    { type: 'party', kind: 'external-customer', id: 'People', name: 'People' },
  ],
  links: [
    link('Loaders', 'Ramp', { output: 'loaded hold' }),
    link('Ramp', 'People', { output: 'plane' }),
    link('Loaders', 'Tracing', { output: 'scans', alternativeGroup: 'scans' }),
    link('Scanner', 'Tracing', { output: 'second scans', alternativeGroup: 'scans', switchTime: 0 }),
    link('Ramp', 'Crew'),
    link('Loaders', 'Shop', { output: 'papers' }),
    link('Shop', 'Mall'),
  ],
  statements: [
    {
      type: 'statement',
      id: 'Loaders > Ramp/customer',
      link: 'Loaders > Ramp',
      side: 'customer',
      slack: 10,
    },
    {
      type: 'statement',
      id: 'Loaders > Shop/customer',
      link: 'Loaders > Shop',
      side: 'customer',
      slack: 45,
    },
  ],
};

function rippleOf(kind: 'delay' | 'defect' = 'delay'): Ripple {
  const asked = kind === 'delay' ? { kind, minutes: 30 } : { kind };
  const begun = begin(prepare(content), [{ party: 'Loaders', ...asked }]);
  if ('problem' in begun) throw new Error('This map has no problem.');
  return finish(begun);
}

function show(party: string, kind: 'delay' | 'defect' = 'delay') {
  const onSelect = jest.fn();
  const trace = traceOf(party, rippleOf(kind).explanation, content.links);
  render(<TraceCard content={content} trace={trace} party={party} onSelect={onSelect} />);
  return onSelect;
}
const steps = (): string[] =>
  within(screen.getByRole('list', { name: /step by step|possible way/ }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

describe('the words beside a party in a ripple', () => {
  test('tell the chain from where it began, step by step', () => {
    show('People');
    expect(screen.getByRole('region', { name: 'How it reaches People' })).toBeTruthy();
    expect(steps()).toEqual([
      '1Loaders: 30 minutes late. This is where it begins.',
      '2Ramp: 20 minutes late. Loaded hold from Loaders came 30 minutes late; slack absorbed 10 minutes.',
      '3People: 20 minutes late. Plane from Ramp came 20 minutes late, and nothing absorbed it.',
    ]);
  });

  test('lead from each step to its party', () => {
    const onSelect = show('People');
    fireEvent.click(screen.getByRole('button', { name: /^Ramp:/ }));
    expect(onSelect).toHaveBeenCalledWith({ type: 'party', id: 'Ramp' });
  });

  test.each([
    ['Tracing', '30 min saved by switching to Scanner (second scans)'],
    ['Crew', '20 min made up by Crew'],
    ['Shop', '30 min of slack in “papers”'],
  ])('say what saved %s, and how much', (party, saved) => {
    show(party);
    expect(screen.getByRole('region', { name: `Why not ${party}?` })).toBeTruthy();
    expect(within(screen.getByRole('list', { name: 'What saved it' })).getByText(saved)).toBeTruthy();
  });

  test('say of an untouched party where the ripple stopped before it', () => {
    show('Mall');
    expect(screen.getByText('The ripple stopped before it came here, at Shop.')).toBeTruthy();
  });

  test('say of one far from it that nobody upstream is touched', () => {
    show('Elsewhere');
    expect(screen.getByText('Nobody upstream is touched by this ripple.')).toBeTruthy();
  });

  test('tell a defect by a possible way, once', () => {
    show('People', 'defect');
    expect(steps()).toEqual([
      '1Loaders: the defect begins here.',
      '2Ramp: hit with a chance of 50\u00a0%.',
      '3People: hit with a chance of 25\u00a0%.',
    ]);
  });
});

test('a long chain is told by its ends until all of it is asked for', () => {
  const many = Array.from({ length: 12 }, (_, index) => `T${index}`);
  const chain: MapContent = {
    ...content,
    parties: many.map((id) => team(id)),
    links: many.slice(1).map((id, index) => link(`T${index}`, id)),
    statements: [],
  };
  const begun = begin(prepare(chain), [{ party: 'T0', kind: 'delay', minutes: 30 }]);
  if ('problem' in begun) throw new Error('This map has no problem.');
  const trace = traceOf('T11', finish(begun).explanation, chain.links);
  render(<TraceCard content={chain} trace={trace} party="T11" onSelect={() => undefined} />);
  expect(steps()).toHaveLength(6);
  fireEvent.click(screen.getByRole('button', { name: '… 7 steps between …' }));
  expect(steps()).toHaveLength(12);
});
