import type { Handler } from './handler.js';

export const readMap: Handler<'readMap'> = async ({ params, principal }, { store }) => {
  const { revision, items } = await store.loadMap(params.map, principal);
  return { revision, role: principal.role, items };
};
