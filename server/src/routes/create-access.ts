import { createAccess as create } from '../commands/create-access.js';
import type { Handler } from './handler.js';

export const createAccess: Handler<'createAccess'> = ({ params, body, principal }, services) =>
  create(services, { map: params.map, role: body.role }, principal);
