/** @jest-environment node */
import { describe, expect, test } from '@jest/globals';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { aMap } from '../../../tests/support/a-map';
import type { WholeMapEngine } from './whole-map-engine';
import { wholeMapWork, type Result } from './whole-map-work';

const answer = { findings: [] };
const someMap = (): MapContent => aMap('A map').content();

/** Engines that answer when told to, and what came of it. */
function slowEngines() {
  const asked: {
    content: MapContent;
    finish: () => void;
    fail: () => void;
    progress: (done: number) => void;
  }[] = [];
  const outcomes: { revision: number; result: Result<'findings'> }[] = [];
  const dones: number[] = [];
  let started = 0;
  let stopped = 0;
  const start = (): WholeMapEngine => {
    started += 1;
    const ask = ((content: MapContent, _list: string, _question: unknown, progress: (done: number) => void) =>
      new Promise((resolve, reject) => {
        const fail = () => reject(new Error('broken'));
        asked.push({ content, finish: () => resolve(answer as never), fail, progress });
      })) as WholeMapEngine['ask'];
    return { ask, stop: () => (stopped += 1) };
  };
  const work = wholeMapWork('findings', start, {
    began: () => undefined,
    progress: (done) => dones.push(done),
    ended: ({ of }, result) => outcomes.push({ revision: of.revision, result }),
  });
  const ask = (key: string, revision: number) => {
    const of = { content: someMap(), revision, unsaved: 0 };
    work.ask({ key, question: { customer: undefined, group: undefined }, of });
  };
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { ask, asked, outcomes, dones, settle, halt: work.halt, counts: () => ({ started, stopped }) };
}

describe('work on a whole map', () => {
  test('that changes meanwhile is finished, and the map as it is last is asked about next', async () => {
    const { ask, asked, outcomes, settle, counts } = slowEngines();
    ask('q', 1);
    ask('q', 2);
    ask('q', 3);
    asked[0]!.finish();
    await settle();
    asked[1]!.finish();
    await settle();
    expect(outcomes.map(({ revision }) => revision)).toEqual([1, 3]);
    expect(counts()).toEqual({ started: 1, stopped: 0 });
  });

  test('is ended by another question, and nothing more is heard of it', async () => {
    const { ask, asked, outcomes, dones, settle, counts } = slowEngines();
    ask('q', 1);
    ask('other', 1);
    asked[0]!.progress(0.5);
    asked[0]!.finish();
    asked[1]!.progress(0.25);
    asked[1]!.finish();
    await settle();
    expect(outcomes).toEqual([{ revision: 1, result: { answer } }]);
    expect(dones).toEqual([0.25]);
    expect(counts()).toEqual({ started: 2, stopped: 1 });
  });

  test('once halted says nothing, and can be asked again', async () => {
    const { ask, asked, outcomes, settle, halt, counts } = slowEngines();
    ask('q', 1);
    halt();
    asked[0]!.finish();
    await settle();
    expect(outcomes).toEqual([]);
    ask('q', 1);
    asked[1]!.finish();
    await settle();
    expect(outcomes).toHaveLength(1);
    expect(counts()).toEqual({ started: 2, stopped: 1 });
  });

  test('that fails says so', async () => {
    const { ask, asked, outcomes, settle } = slowEngines();
    ask('q', 1);
    asked[0]!.fail();
    await settle();
    expect(outcomes).toEqual([{ revision: 1, result: { failure: new Error('broken') } }]);
  });
});
