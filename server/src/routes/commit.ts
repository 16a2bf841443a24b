import { commitChanges } from '../commands/commit-changes.js';
import type { Handler } from './handler.js';

export const commit: Handler<'commit'> = ({ params, body, principal }, services) =>
  commitChanges(services, params.map, body, principal);
