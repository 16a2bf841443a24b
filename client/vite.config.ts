import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';

export default defineConfig({
  root: import.meta.dirname,
  // Compressed once here at the highest level, so that the server need not do it for each phone in the room.
  plugins: [
    react(),
    compression({
      include: /assets\/.*\.(js|css|svg)$/,
      threshold: 1_000,
      algorithms: [defineAlgorithm('gzip', { level: 9 }), 'brotliCompress'],
    }),
  ],
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
    // How long each step of the build took is no news to whoever starts the server.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': { target: process.env['DOWNSTREAM_API'] ?? 'http://127.0.0.1:4400' } },
  },
});
