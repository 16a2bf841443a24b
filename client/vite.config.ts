import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // The workspace's packages are read from their sources, so that one build sees all of the code it ships.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  worker: { format: 'es' },
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
    // A worker or an image as a data: address would be stopped by the page's content security policy.
    assetsInlineLimit: 0,
    // The layout worker is one file of 1.5 MB, which loads apart from the page.
    chunkSizeWarningLimit: 1_000,
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': { target: process.env['DOWNSTREAM_API'] ?? 'http://127.0.0.1:4400' } },
  },
});
