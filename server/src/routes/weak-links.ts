import type { Handler } from './handler.js';

export const weakLinks: Handler<'weakLinks'> = ({ params, query, principal, gone }, { engine }) =>
  engine.wholeMap(params.map, principal, 'weakLinks', query, gone);
