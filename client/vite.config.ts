import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';

/** What nearly every visit comes to: a map and its picture. */
const firstSight = [
  'app/map-page.tsx',
  'features/picture/arranged-picture.tsx',
  'features/picture/grouping.ts',
];

/** Names these in the page, so that they are fetched beside what shows them and not one after the other. */
const fetchFirstSight = (): Plugin => ({
  name: 'fetch-first-sight',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const scripts = new Set<string>();
      const styles = new Set<string>();
      const take = (file: string): void => {
        const chunk = bundle[file];
        if (chunk?.type !== 'chunk' || scripts.has(file)) return;
        scripts.add(file);
        for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style);
        chunk.imports.forEach(take);
      };
      for (const [file, chunk] of Object.entries(bundle)) {
        if (
          chunk.type === 'chunk' &&
          firstSight.some((part) => chunk.facadeModuleId?.endsWith(`/src/${part}`))
        )
          take(file);
      }
      const hint = (file: string, attrs: Record<string, string>): HtmlTagDescriptor[] =>
        html.includes(file)
          ? []
          : [{ tag: 'link', attrs: { ...attrs, crossorigin: true, href: `/${file}` }, injectTo: 'head' }];
      return [
        ...[...scripts].flatMap((file) => hint(file, { rel: 'modulepreload' })),
        // Taken as they are: a browser complains of a style that is fetched ahead and not used, as on a page with no map.
        ...[...styles].flatMap((file) => hint(file, { rel: 'stylesheet' })),
      ];
    },
  },
});

export default defineConfig({
  root: import.meta.dirname,
  // Compressed once here at the highest level, so that the server need not do it for each phone in the room.
  plugins: [
    react(),
    fetchFirstSight(),
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
