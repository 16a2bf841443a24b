import type { Handler } from './handler.js';

export const ripple: Handler<'ripple'> = ({ params, body, principal, gone }, { engine }) =>
  engine.ripple(params.map, principal, body, gone);
