import type { Handler } from './handler.js';

export const listAccess: Handler<'listAccess'> = async ({ params }, { store }) => {
  const links = await store.listAccess({ map: params.map });
  return links.map(({ id, role, createdAt }) => ({ id, role, createdAt }));
};
