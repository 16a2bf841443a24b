import type { Handler } from './handler.js';

export const ready: Handler<'ready'> = async (_call, { store }) => {
  await store.ready();
  return { status: 'ok' };
};
