import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A Chromium for tests: CHROMIUM_PATH, else a browser on the system, else Playwright's own download, else, as root
 * on a Debian-like system, the distribution's package. Gives {path}, or {missing} with what to install.
 */
export function findChromium(say) {
  const named = process.env.CHROMIUM_PATH;
  if (named)
    return existsSync(named)
      ? { path: named }
      : { missing: `CHROMIUM_PATH names ${named}, which is not there` };
  const path = onTheSystem() ?? ownDownload() ?? fromTheDistribution(say);
  return path ? { path } : { missing: 'no Chromium: install it, or set CHROMIUM_PATH to one' };
}

function onTheSystem() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  return [...found, ...applications].find((path) => existsSync(path));
}

function ownDownload() {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

function fromTheDistribution(say) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  say('Installing the package chromium with apt-get (once) …');
  for (const command of [
    ['update'],
    ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
  ]) {
    const { status, stderr } = spawnSync('apt-get', ['-q', ...command], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) {
      say(`apt-get ${command[0]} failed: ${stderr.trim()}`);
      return undefined;
    }
  }
  return onTheSystem();
}
