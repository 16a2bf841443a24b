import '../testing/browser-stubs';
import { afterEach, expect, jest, test } from '@jest/globals';
import { fireEvent } from '@testing-library/dom';
import { holdTyping } from './hold-typing';

const press = (...keys: string[]): void => {
  for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key });
};

/** A form that comes late, as over a slow network, and what it was sent. */
function aFormThatComes(text = ''): { input: HTMLInputElement; sent: string[] } {
  const sent: string[] = [];
  const form = document.createElement('form');
  const input = document.createElement('input');
  input.value = text;
  form.append(input);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    sent.push(input.value);
    input.value = '';
  });
  document.body.append(form);
  input.focus();
  input.select();
  return { input, sent };
}

jest.useFakeTimers();

afterEach(() => {
  press('Escape');
  document.body.innerHTML = '';
});

test('what is typed before the field is there is written into it', () => {
  holdTyping();
  press('B', 'a', 'h', 'Backspace', 'g');
  const { input, sent } = aFormThatComes();
  jest.runAllTimers();
  expect(input.value).toBe('Bag');
  expect(sent).toEqual([]);
});

test('a name that the field opens with is replaced, as it is by typing', () => {
  holdTyping();
  press('N', 'e', 'w');
  const { input } = aFormThatComes('Old');
  jest.runAllTimers();
  expect(input.value).toBe('New');
});

test('Enter sends each line', () => {
  holdTyping();
  press('A', 'Enter', 'B', 'Enter', 'C');
  const { input, sent } = aFormThatComes();
  jest.runAllTimers();
  expect(sent).toEqual(['A', 'B']);
  expect(input.value).toBe('C');
});

test('no letter on its way is taken for the key of something else', () => {
  const heard: string[] = [];
  const hear = ({ key }: KeyboardEvent): unknown => heard.push(key);
  document.addEventListener('keydown', hear);
  holdTyping();
  press('p', 'Shift');
  fireEvent.pointerDown(document.body);
  press('r');
  document.removeEventListener('keydown', hear);
  expect(heard).toEqual(['Shift', 'r']);
});

test('once the field has the focus, keys are the field’s own', () => {
  holdTyping();
  const { input } = aFormThatComes();
  jest.runAllTimers();
  expect(fireEvent.keyDown(input, { key: 'x' })).toBe(true);
  expect(input.value).toBe('');
});
