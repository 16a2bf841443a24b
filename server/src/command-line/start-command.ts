import { Command } from 'commander';
import { loadEnvironmentFile, readEnvironment } from '../environment.js';

export const startCommand = (): Command =>
  new Command('start')
    .description('start the server and print its address; Ctrl+C stops it')
    .addHelpText(
      'after',
      `
It reads its settings from the environment, and from a file .env in the working directory:
  HOST, PORT           where it listens; 127.0.0.1 and 4400 unless set
  DOWNSTREAM_DATA      the folder of the embedded store; ./data unless set
  NEO4J_URI            use this Neo4j instead, with NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE
docs/operating.md has them all.

Examples:
  downstream start
  PORT=8080 DOWNSTREAM_DATA=/srv/downstream downstream start`,
    )
    .action(async () => {
      loadEnvironmentFile();
      const environment = readEnvironment(process.env);
      const { startServer, stopWhenTold } = await import('../main.js');
      const server = await startServer(environment, (line) => console.log(line));
      stopWhenTold(server, environment.shutdownGraceMs);
    });
