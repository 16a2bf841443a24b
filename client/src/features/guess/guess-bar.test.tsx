import '../../testing/browser-stubs';
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { contentOf } from '@downstream/graph-schema/map-content';
import { useState } from 'react';
import { begin, finish, prepare } from '../../engine/engine-answer';
import { aChain } from '../../testing/a-chain';
import { startText } from '../../text/text';
import { GuessBar } from './guess-bar';
import { countOf, noGuess, resultOf, type Guess } from './round';

const content = contentOf(aChain);
const late = { party: 'loaders', kind: 'delay', minutes: 30 } as const;

/** The bar as the page holds it; a button stands in for the ripple that comes to its end. */
function Held({ isHidden = false }: { isHidden?: boolean }) {
  const [guess, setGuess] = useState<Guess>({ ...noGuess, disruption: late, isHidden });
  const begun = begin(prepare(content), [late]);
  if ('problem' in begun) throw new Error(begun.problem.code);
  const { report } = finish(begun);
  const end = () =>
    setGuess({
      ...guess,
      phase: 'counted',
      rounds: [...guess.rounds, countOf(resultOf(guess.marks, report))],
    });
  return (
    <MantineProvider env="test">
      <GuessBar
        content={content}
        guess={guess}
        onChange={setGuess}
        onStart={() => setGuess({ ...guess, phase: 'guessing', marks: ['turnaround'] })}
        report={guess.phase === 'counted' ? report : undefined}
        onSkip={end}
        onLeave={() => undefined}
      />
    </MantineProvider>
  );
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

beforeAll(startText);
afterEach(cleanup);

test('a round goes from setting by guessing and playing to a count, and on to the next', () => {
  render(<Held />);
  press('Start guessing');
  expect(screen.getByText(/Bag loaders: 30.min late. Who will be hit\?/)).toBeTruthy();
  expect(screen.getByText('1 marked')).toBeTruthy();
  expect(screen.queryByText(/You found/)).toBeNull();
  press('Play');
  press('Straight to the end');
  expect(screen.getByText('You found 1 of 2.')).toBeTruthy();
  expect(screen.getByText('! 1 surprise: Passengers.')).toBeTruthy();
  expect(screen.getByText('1 round: 1 of 2 found; surprises: 1; not hit: 0.')).toBeTruthy();
  press('Next round');
  expect(screen.getByText('Round 2')).toBeTruthy();
});

test('what is hidden is named only when it plays', () => {
  render(<Held isHidden />);
  expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Who' }).value).toBe('');
  press('Start guessing');
  expect(screen.getByText('Something happens somewhere. Who will be hit?')).toBeTruthy();
  expect(document.body.textContent).not.toContain('Bag loaders');
  press('Play');
  expect(screen.getByText(/Bag loaders: 30.min late. Watch it travel/)).toBeTruthy();
});
