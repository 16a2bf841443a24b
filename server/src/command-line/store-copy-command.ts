import { Command } from 'commander';
import { copyStore } from '../store/copy-store.js';
import { refusal } from './refusal.js';
import { storeAddress } from './store-address.js';
import { withStore } from './with-store.js';

export const storeCopyCommand = (): Command =>
  new Command('store-copy')
    .description('copy every map, history and links included, from one store to another')
    .requiredOption('--from <store>', 'the store to read')
    .requiredOption('--to <store>', 'the store to write; maps that are there already are not touched')
    .addHelpText(
      'after',
      `
A store is embedded:FOLDER, neo4j://user:password@host:7687/database (the database may be left out), or
env for the one that the environment names. Stop servers that write to the first store before.
A map that the other store has, or had, is refused and stays as it is there; the exit code is then 1.

Examples:
  downstream store-copy --from embedded:./data --to env
  downstream store-copy --from env --to embedded:./backup`,
    )
    .action(async ({ from, to }: { from: string; to: string }) => {
      const [source, target] = [storeAddress(from), storeAddress(to)];
      const { copied, refused } = await withStore(
        (reads) =>
          withStore(
            (writes) =>
              copyStore(reads, writes, ({ id, name, did }) => console.log(`${name} (${id}): ${did}`)),
            target,
          ),
        source,
      );
      if (refused > 0) {
        throw refusal(
          `Copied ${copied}, refused ${refused}: the other store has, or had, maps with these ids. They are as they were there.`,
        );
      }
    });
