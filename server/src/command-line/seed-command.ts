import { Command } from 'commander';
import { sampleMaps } from '@downstream/seed/sample-maps';
import { restoreSamples } from '../commands/restore-samples.js';
import { localHost } from '../who-may/caller.js';
import { withStore } from './with-store.js';

export const seedCommand = (): Command =>
  new Command('seed')
    .description('bring the sample maps back to what their files say; other maps stay as they are')
    .addHelpText(
      'after',
      `
A sample that was edited gets one more commit, so its history stays. It works on the store of the
environment (see "downstream start --help"), also while a server runs on it.

Example:
  downstream seed`,
    )
    .action(async () => {
      const restored = await withStore(async (store) => restoreSamples(store, await sampleMaps(), localHost));
      for (const { id, name, did } of restored) console.log(`${name} (${id}): ${did}`);
    });
