#!/usr/bin/env node
// The command `downstream`, as it lies in the repository: builds what is not built yet, then runs it.
import { buildIfNeeded } from './build-if-needed.js';

buildIfNeeded(process.argv[2] === 'start' ? ['code', 'site'] : ['code']);
await import('../dist/command-line/main.js');
