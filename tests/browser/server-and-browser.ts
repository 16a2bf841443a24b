import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { runServer, type RunningServer } from '../support/run-server.js';

/** A browser, and a server with the samples; both are there from the first test of the suite that asks, to its last. */
export interface ServerAndBrowser {
  readonly server: RunningServer;
  readonly browser: Browser;
}

export function serverAndBrowser(): ServerAndBrowser {
  let started: ServerAndBrowser | undefined;
  const running = (): ServerAndBrowser => {
    if (!started) throw new Error('The server and the browser are there only while the tests run.');
    return started;
  };
  beforeAll(async () => {
    const [browser, server] = await Promise.all([launchChromium(), runServer()]);
    started = { browser, server };
  });
  afterAll(async () => {
    await started?.browser.close();
    await started?.server.stop();
  });
  return {
    get server() {
      return running().server;
    },
    get browser() {
      return running().browser;
    },
  };
}
