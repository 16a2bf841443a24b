import { deleteMap as remove } from '../commands/delete-map.js';
import type { Handler } from './handler.js';

export const deleteMap: Handler<'deleteMap'> = async ({ params, principal }, services) => {
  await remove(services, params.map, principal);
};
