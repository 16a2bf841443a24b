import type { Handler } from './handler.js';

export const health: Handler<'health'> = () => Promise.resolve({ status: 'ok' });
