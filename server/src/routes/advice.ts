import type { Handler } from './handler.js';

export const advice: Handler<'advice'> = ({ params, body, principal, gone }, { engine }) =>
  engine.wholeMap(params.map, principal, 'advice', body, gone);
