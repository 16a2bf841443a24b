import { questionOf } from '@downstream/graph-schema/whole-map-question';
import type { Handler } from './handler.js';

export const weakLinks: Handler<'weakLinks'> = ({ params, query, principal, gone }, { engine }) =>
  engine.wholeMap(params.map, principal, 'weakLinks', questionOf(query), gone);
