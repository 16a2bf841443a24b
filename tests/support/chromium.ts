import { chromium, type Browser } from 'playwright-core';
import { describeNeeding } from './needing.js';

/** A headless browser of its own, with these switches beside those that all tests need; the caller closes it. */
export async function launchChromium(switches: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env['TEST_CHROMIUM'];
  if (executablePath === undefined) throw new Error('The test services found no Chromium.');
  // Chromium refuses its sandbox to root, and containers give /dev/shm too little room.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath,
    headless: true,
    args: [...asRoot, '--disable-dev-shm-usage', '--disable-gpu', '--force-color-profile=srgb', ...switches],
  });
}

/** Tests in a real browser. */
export function describeWithChromium(name: string, tests: () => void): void {
  const missing =
    process.env['TEST_CHROMIUM'] === undefined
      ? (process.env['TEST_CHROMIUM_MISSING'] ?? 'no Chromium: the test services did not run')
      : undefined;
  describeNeeding(missing, name, tests);
}
