import { expect, test } from '@jest/globals';
import { fileNameOf } from './file-name.js';

test.each([
  ['Airline: a lost bag', 'Airline-a-lost-bag'],
  ['../../etc/passwd', 'etc-passwd'],
  ['مستشفى 🏥 Ärzte', 'مستشفى-Ärzte'],
  ['🏥', 'map'],
  ['CON<>:"|?*.', 'CON'],
  ['𠮷'.repeat(100), '𠮷'.repeat(80)],
])('%s becomes %s', (name, file) => {
  expect(fileNameOf(name)).toBe(file);
});
