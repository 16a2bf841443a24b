// `npm run assemble`: compiles spread-defect.ts into ../src/spread-module.ts. With --check nothing is written, and it
// fails where that file is not what the source compiles to.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

const source = 'spread-defect.ts';
const target = join(import.meta.dirname, '..', 'src', 'spread-module.ts');

let bytes = new Uint8Array();
const { error, stderr } = await asc.main(
  [source, '--outFile', 'module', '-O3', '--enable', 'simd', '--runtime', 'stub'],
  {
    readFile: (name) => (name === source ? readFileSync(join(import.meta.dirname, name), 'utf8') : null),
    writeFile: (_, contents) => (bytes = contents),
  },
);
if (error) {
  console.error(stderr.toString());
  process.exit(1);
}
const made = `/** \`../assembly/${source}\` as a WebAssembly module in base64: \`npm run assemble\` wrote this. */
export const spreadModule =
  '${Buffer.from(bytes).toString('base64')}';
`;
if (!process.argv.includes('--check')) writeFileSync(target, made);
else if (readFileSync(target, 'utf8') !== made) {
  console.error(`ripple/src/spread-module.ts is not what ripple/assembly/${source} makes: npm run assemble.`);
  process.exit(1);
}
