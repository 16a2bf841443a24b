import { Command, CommanderError } from 'commander';
import { errors } from '@downstream/graph-schema/error-code';
import { DownstreamError, inWords } from '@downstream/graph-schema/problem';
import { EnvironmentError } from '../environment.js';
import { version } from '../version.js';
import { adviseCommand } from './advise-command.js';
import { checkCommand } from './check-command.js';
import { ownerLinkCommand } from './owner-link-command.js';
import { rippleCommand } from './ripple-command.js';
import { seedCommand } from './seed-command.js';
import { startCommand } from './start-command.js';
import { storeCopyCommand } from './store-copy-command.js';
import { timeCommand } from './time-command.js';
import { toleranceCommand } from './tolerance-command.js';
import { weakLinksCommand } from './weak-links-command.js';

// Whoever reads may stop reading, as `| head` does; that is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

const program = new Command('downstream')
  .description('Maps who depends on whose work, and shows how one delay or one defect ripples there.')
  .version(version)
  .showHelpAfterError('Add --help to see what this command takes.')
  .addHelpText(
    'after',
    `
Examples:
  downstream start
  downstream check seed/maps/airline-lost-bag.yaml
  downstream ripple seed/maps/airline-lost-bag.yaml --delay "Bag loaders=30m"

"downstream COMMAND --help" tells more about each.`,
  );
const commands = [
  startCommand(),
  checkCommand(),
  rippleCommand(),
  weakLinksCommand(),
  toleranceCommand(),
  adviseCommand(),
  timeCommand(),
  seedCommand(),
  storeCopyCommand(),
  ownerLinkCommand(),
];
for (const command of commands) program.addCommand(command.copyInheritedSettings(program));

try {
  await program.exitOverride().parseAsync();
} catch (error) {
  process.exitCode = exitCodeAfter(error);
}

/** Says what went wrong, unless Commander has said it: a sentence where a person can mend it, all there is otherwise. */
function exitCodeAfter(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.code.startsWith('downstream.')) console.error(error.message);
    return error.exitCode;
  }
  if (error instanceof DownstreamError) console.error(refusalInWords(error));
  else console.error(error instanceof EnvironmentError ? error.message : error);
  return 1;
}

/** The same details as everywhere, under a sentence for somebody who has typed a command and not sent a request. */
function refusalInWords({ code, details, message, cause }: DownstreamError): string {
  if (details.length === 0) return cause instanceof Error ? `${message}\n${cause.message}` : message;
  if (code === 'STORE_UNUSABLE') return details.map(inWords).join('\n');
  const lead =
    code === 'FILE_INVALID'
      ? 'The file has mistakes:'
      : code === 'INPUT_INVALID'
        ? 'This does not fit:'
        : undefined;
  return [lead ?? errors[code].sentence, ...details.map(inWords)].join('\n');
}
