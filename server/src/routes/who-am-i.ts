import type { Handler } from './handler.js';

export const whoAmI: Handler<'whoAmI'> = async ({ caller }) => ({
  host: (await caller()).host !== undefined,
});
