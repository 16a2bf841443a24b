import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party } from '@downstream/graph-schema/party';
import { paperPicture, paperPalette } from './paper';
import { usualShape } from './card';
import { foldedMark } from './folded-id';
import { routeThrough } from './route';
import { cardsOf, sceneOf } from './scene';
import { sheetOf, type SheetWords } from './sheet';

beforeAll(() => {
  HTMLCanvasElement.prototype.getContext = () => null;
});

const measure = (text: string, size: number): number => text.length * size * 0.56;
const words: SheetWords = {
  name: 'Airline',
  mission: 'Bring people and their bags to the same place',
  verdict: 'Passengers may miss their connection: 15 minutes late.',
  asked: 'Bag loaders: 30 minutes late.',
  sign: (entry) => `sign of ${entry}`,
  source: 'Drawn today',
};

/** Parties in a row, each serving the next. */
function pictureOf(names: readonly string[], apart = 200, shape = usualShape, mark = '') {
  const parties = names.map((name, index): Party => ({
    type: 'party',
    kind: 'team',
    id: `${mark}${index}`,
    name,
    purpose: `for ${name}`,
  }));
  const links = names.slice(1).map((_, index): Link => ({
    type: 'link',
    id: `${index}`,
    provider: `${mark}${index}`,
    customer: `${mark}${index + 1}`,
    output: 'work',
    handshake: 'declared',
  }));
  const content: MapContent = {
    map: { type: 'map', id: 'm', name: 'Airline' },
    parties,
    links,
    statements: [],
  };
  const cards = cardsOf(content, measure, shape);
  const boxes = new Map(
    [...cards.values()].map(({ id, width, height }, index) => [
      id,
      { x: index * apart, y: 0, width, height },
    ]),
  );
  const routes = new Map(
    links.map(({ id }, index) => [
      id,
      routeThrough([
        { x: index * apart + 138, y: 30 },
        { x: (index + 1) * apart, y: 30 },
      ]),
    ]),
  );
  const scene = sceneOf(content, cards, { boxes, routes });
  const badges = { badge: () => '', absorbed: () => '', spared: '' };
  return paperPicture({ scene, content, show: undefined }, badges, paperPalette())!;
}

/** What was written, and where its left end stood. */
function writtenOn(names: readonly string[], said: SheetWords = words) {
  const sheet = sheetOf(pictureOf(names), said, paperPalette());
  const texts: { text: string; x: number; y: number }[] = [];
  let [moved, before] = [{ x: 0, y: 0, scale: 1 }, [] as { x: number; y: number; scale: number }[]];
  const nothing = () => undefined;
  const context = {
    ...Object.fromEntries(
      ['beginPath', 'moveTo', 'lineTo', 'bezierCurveTo', 'roundRect', 'closePath', 'fill', 'stroke'].map(
        (name) => [name, nothing],
      ),
    ),
    fillRect: nothing,
    setLineDash: nothing,
    save: () => before.push({ ...moved }),
    restore: () => {
      moved = before.at(-1)!;
      before = before.slice(0, -1);
    },
    translate: (x: number, y: number) => {
      moved = { ...moved, x: moved.x + x * moved.scale, y: moved.y + y * moved.scale };
    },
    scale: (by: number) => {
      moved = { ...moved, scale: moved.scale * by };
    },
    fillText: (text: string, x: number, y: number) =>
      texts.push({ text, x: moved.x + x * moved.scale, y: moved.y + y * moved.scale }),
  };
  sheet.paint(context as unknown as CanvasRenderingContext2D, 2);
  return { sheet, texts };
}

test.each([1, 0.2])('on paper, a picture at %d has the name of every folded group', (zoom) => {
  const names = ['Terminal', 'Ramp', 'Operations'];
  const picture = pictureOf(names, 200, { width: 96, padding: 6, isCompact: true }, foldedMark);
  const written: string[] = [];
  const context = new Proxy({} as CanvasRenderingContext2D, {
    get: (_, name) => (said: string) => {
      if (name === 'fillText') written.push(said);
    },
    set: () => true,
  });
  picture.paint(context, zoom);
  expect(written.filter((text) => names.includes(text)).sort()).toEqual(names.toSorted());
});

describe('a sheet', () => {
  test('says what the map is, what happened, what signs mean and where it comes from', () => {
    const { texts } = writtenOn(['Loaders', 'Gate']);
    const all = texts.map(({ text }) => text).join(' ');
    for (const said of [
      'Airline',
      words.mission!,
      words.verdict!,
      words.asked!,
      'sign of team',
      'Loaders',
      'Gate',
    ])
      expect(all).toContain(said);
    expect(texts.at(-1)?.text).toBe('sign of blocking');
    expect(all).not.toContain('sign of supplier');
  });

  test('of a calm map without a mission has only its name above the picture', () => {
    const { texts } = writtenOn(['Loaders'], {
      ...words,
      mission: undefined,
      verdict: undefined,
      asked: undefined,
    });
    const card = texts.findIndex(({ text }) => text === 'Loaders');
    expect(card).toBe(0);
    expect(texts.filter(({ y }) => y < texts[card]!.y).map(({ text }) => text)).toEqual(['Airline']);
  });

  test.each([
    ['one party', ['Loaders']],
    ['a name of 200 letters', ['L'.repeat(200), 'Gate']],
    ['forty in a row', Array.from({ length: 40 }, (_, index) => `Team ${index}`)],
  ])('holds everything that is written on it: %s', (_, names) => {
    const long = { ...words, name: 'Name '.repeat(40), verdict: 'They may wait. '.repeat(60) };
    const { sheet, texts } = writtenOn(names, long);
    for (const { text, x, y } of texts) {
      expect({ text, in: x >= 0 && x < sheet.width && y > 0 && y <= sheet.height }).toEqual({
        text,
        in: true,
      });
    }
  });

  test('is not made of an empty map', () => {
    const content: MapContent = {
      map: { type: 'map', id: 'm', name: 'm' },
      parties: [],
      links: [],
      statements: [],
    };
    const scene = { cards: new Map(), boxes: new Map(), links: [] };
    const badges = { badge: () => '', absorbed: () => '', spared: '' };
    expect(paperPicture({ scene, content, show: undefined }, badges, paperPalette())).toBeUndefined();
  });
});
