import { createMap as create } from '../commands/create-map.js';
import type { Handler } from './handler.js';

export const createMap: Handler<'createMap'> = ({ body, principal }, { store }) =>
  create(store, body, principal);
