import { expect, test } from '@jest/globals';
import { frameCode } from './frame-code';

const frame = (code: string): HTMLIFrameElement => {
  const page = document.createElement('div');
  page.innerHTML = code;
  expect(page.children).toHaveLength(1);
  return page.querySelector('iframe')!;
};
const framed = { origin: 'https://maps.example.org', map: 'm', name: 'Airline', search: '', secret: 's' };

test('a frame leads to the embedded map, its secret after the #', () => {
  const { src } = frame(frameCode({ ...framed, search: '?delay=loaders:30&select=party:gate' }));
  const { pathname, search, hash } = new URL(src);
  expect({ pathname, search, hash }).toEqual({
    pathname: '/embed/maps/m',
    search: '?delay=loaders:30&select=party:gate',
    hash: '#s',
  });
});

test.each(['"><script>alert(1)</script>', "Tom & Jerry's", 'مستشفى 🏥', '</iframe>'])(
  'a map called %s is only a title',
  (name) => {
    expect(frame(frameCode({ ...framed, name })).title).toBe(name);
  },
);

test('an id that is not plain stays one part of the path', () => {
  expect(new URL(frame(frameCode({ ...framed, map: '../a b?#' })).src).pathname).toBe(
    '/embed/maps/..%2Fa%20b%3F%23',
  );
});
