import type { Handler } from './handler.js';

export const ripple: Handler<'ripple'> = ({ params, body, principal }, { engine }) =>
  engine.ripple(params.map, principal, body);
