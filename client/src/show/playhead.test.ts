import { describe, expect, test } from '@jest/globals';
import { createPlayhead } from './playhead';
import type { Show } from './show';

const showOf = (duration: number, ...times: number[]): Show => ({
  kind: 'certain',
  duration,
  beats: new Map(),
  travels: [],
  spared: new Map(),
  inconvenienced: new Map(),
  marks: times.map((time) => ({ time, parties: [], customer: false })),
});

function playing(show: Show) {
  const playhead = createPlayhead();
  playhead.getState().setShow(show);
  playhead.getState().restart();
  return playhead;
}

describe('a playhead', () => {
  test('plays at its speed and stops at the end', () => {
    const playhead = playing(showOf(3, 1));
    playhead.getState().setSpeed(2);
    playhead.getState().advance(1);
    expect(playhead.getState()).toMatchObject({ position: 2, playing: true });
    playhead.getState().advance(1);
    expect(playhead.getState()).toMatchObject({ position: 3, playing: false });
  });

  test('starts over when it is played again at the end', () => {
    const playhead = playing(showOf(3));
    playhead.getState().advance(5);
    playhead.getState().play();
    expect(playhead.getState()).toMatchObject({ position: 0, playing: true });
  });

  test('steps from hit to hit, both ways', () => {
    const playhead = playing(showOf(10, 1, 4, 6));
    const { step } = playhead.getState();
    const positions = ([1, 1, 1, 1, -1, -1] as const).map((direction) => {
      step(direction);
      return Math.round(playhead.getState().position);
    });
    expect(positions).toEqual([1, 4, 6, 10, 6, 4]);
    expect(playhead.getState().playing).toBe(false);
  });

  test('goes on from the same place when the slider makes another show', () => {
    const playhead = playing(showOf(4));
    playhead.getState().advance(2);
    playhead.getState().setShow(showOf(8));
    expect(playhead.getState()).toMatchObject({ position: 4, playing: true });
  });

  test('stays at the end when the slider moves after the show', () => {
    const playhead = playing(showOf(4));
    playhead.getState().advance(9);
    playhead.getState().setShow(showOf(6));
    expect(playhead.getState()).toMatchObject({ position: 6, playing: false });
  });

  test('without motion, waits at every hit and is never between two', () => {
    const playhead = playing(showOf(10, 1, 4));
    playhead.getState().setInSteps(true);
    playhead.getState().advance(0.01);
    expect(Math.round(playhead.getState().position)).toBe(1);
    playhead.getState().advance(0.5);
    expect(Math.round(playhead.getState().position)).toBe(1);
    playhead.getState().advance(1);
    expect(Math.round(playhead.getState().position)).toBe(4);
  });
});
