import { parentPort } from 'node:worker_threads';
import { sampleMaps } from '@downstream/seed/sample-maps';

/** The thread that reads the sample maps for a new store, and takes with it the memory that reading them took. */
parentPort!.postMessage(await sampleMaps());
