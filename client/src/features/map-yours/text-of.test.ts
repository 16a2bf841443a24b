/** @jest-environment node */
import { expect, test } from '@jest/globals';
import { textOf } from './text-of';

const written = 'Küche;Gäste\r\n';
const codes = Array.from(written, (letter) => letter.charCodeAt(0));
const utf16 = codes.flatMap((code) => [code, 0]);

test.each([
  ['UTF-8', [...new TextEncoder().encode(written)]],
  ['UTF-8 that says so', [0xef, 0xbb, 0xbf, ...new TextEncoder().encode(written)]],
  ['UTF-16', [0xff, 0xfe, ...utf16]],
  ['UTF-16 the other way round', [0xfe, 0xff, ...codes.flatMap((code) => [0, code])]],
  ['the older code of Windows', codes],
])('a file in %s is read as it was written', async (_, bytes) => {
  expect(await textOf(new Blob([new Uint8Array(bytes)]))).toBe(written);
});

test('a file with nothing in it is read as nothing', async () => {
  expect(await textOf(new Blob([]))).toBe('');
});
