import { expect, test } from '@jest/globals';
import { printInLight } from './print-in-light';

test('a page that is dark on the screen is light on paper, and dark again after it', () => {
  const { documentElement: root } = document;
  const scheme = () => root.dataset['mantineColorScheme'];
  root.dataset['mantineColorScheme'] = 'dark';
  printInLight();
  // Some browsers say twice that they are about to print.
  window.dispatchEvent(new Event('beforeprint'));
  window.dispatchEvent(new Event('beforeprint'));
  expect(scheme()).toBe('light');
  window.dispatchEvent(new Event('afterprint'));
  expect(scheme()).toBe('dark');
});
