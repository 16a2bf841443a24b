import type { Handler } from './handler.js';

export const tolerance: Handler<'tolerance'> = ({ params, query, principal, gone }, { engine }) =>
  engine.wholeMap(params.map, principal, 'tolerance', query, gone);
