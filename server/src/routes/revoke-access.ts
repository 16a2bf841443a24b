import { revokeAccess as revoke } from '../commands/revoke-access.js';
import type { Handler } from './handler.js';

export const revokeAccess: Handler<'revokeAccess'> = async ({ params, principal }, services) => {
  await revoke(services, params, principal);
};
