import { tasks } from './tasks.js';

/** What a thread of the pool offers, by name. */
export const { readJsonBody, readMapFile, writeMapFile, ripple, wholeMap } = tasks;
