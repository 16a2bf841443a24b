import { Command } from 'commander';
import { newHostLink } from '../commands/create-access.js';
import { withStore } from './with-store.js';

export const ownerLinkCommand = (): Command =>
  new Command('owner-link')
    .description('make a link that opens every map of this server to whoever runs it')
    .addHelpText(
      'after',
      `
The link is shown this once: the store keeps only a hash of its secret.

Example:
  downstream owner-link`,
    )
    .action(async () => {
      await withStore(async (store, { host, port }) => {
        const { secret } = await newHostLink(store);
        console.log(`Open this at the address under which your server is reached:`);
        console.log(`  http://${host.includes(':') ? `[${host}]` : host}:${port}/open#${secret}`);
      });
    });
