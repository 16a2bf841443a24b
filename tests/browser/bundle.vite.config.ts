import { defaultClientConditions, defineConfig } from 'vite';

/** Bundles a file of this folder the way the page's workers are bundled, into one script. */
export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'error',
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    target: 'es2023',
    lib: { entry: process.env['BUNDLE_ENTRY'] ?? '', formats: ['iife'], name: 'bundle', fileName: 'bundle' },
  },
});
