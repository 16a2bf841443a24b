import { CommanderError } from 'commander';

/** Ends the command with a sentence on standard error and exit code 1. */
export const refusal = (sentence: string): CommanderError =>
  new CommanderError(1, 'downstream.refused', sentence);
