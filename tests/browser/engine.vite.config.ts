import { defaultClientConditions, defineConfig } from 'vite';

/** Bundles the engine for same-bytes.test.ts the way the page's worker is bundled, into one script. */
export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'error',
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    target: 'es2023',
    lib: { entry: 'engine-for-the-browser.ts', formats: ['iife'], name: 'engine', fileName: 'engine' },
  },
});
