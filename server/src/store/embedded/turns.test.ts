import { expect, test } from '@jest/globals';
import { sharing, turns } from './turns.js';

test('work goes one at a time, in the order in which it came', async () => {
  const writing = turns();
  const story: string[] = [];
  const work = (name: string) => async () => {
    story.push(`${name} begins`);
    await Promise.resolve();
    story.push(`${name} ends`);
    return name;
  };
  expect(await Promise.all([writing.take(work('a')), writing.take(work('b'))])).toEqual(['a', 'b']);
  expect(story).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

test('work that fails is its owner’s to hear of, and the next goes on', async () => {
  const writing = turns();
  const failing = writing.take(() => Promise.reject(new Error('disk')));
  const next = writing.take(() => Promise.resolve('next'));
  await expect(failing).rejects.toThrow('disk');
  expect(await next).toBe('next');
});

test('it is over when all that has come is over', async () => {
  const writing = turns();
  let isDone = false;
  void writing.take(async () => {
    await Promise.resolve();
    isDone = true;
  });
  await writing.over();
  expect(isDone).toBe(true);
});

test('those who share turns go together, and whoever comes meanwhile goes next', async () => {
  const writing = turns();
  const share = sharing(writing);
  const story: string[] = [];
  const work = (name: string) => async () => {
    story.push(`${name} begins`);
    await Promise.resolve();
    story.push(`${name} ends`);
  };
  const [a, alone, b] = [share(work('a')), writing.take(work('alone')), share(work('b'))];
  await a;
  await Promise.all([share(work('c')), alone, b]);
  expect(story).toEqual([
    ...['a begins', 'b begins', 'a ends', 'b ends'],
    ...['alone begins', 'alone ends'],
    ...['c begins', 'c ends'],
  ]);
});

test('one of those who share a turn may fail by itself', async () => {
  const share = sharing(turns());
  const [bad, good] = [share(() => Promise.reject(new Error('disk'))), share(() => Promise.resolve('good'))];
  await expect(bad).rejects.toThrow('disk');
  expect(await good).toBe('good');
});
