import { questionOf } from '@downstream/graph-schema/whole-map-question';
import type { Handler } from './handler.js';

export const exposure: Handler<'exposure'> = ({ params, query, principal, gone }, { engine }) =>
  engine.wholeMap(params.map, principal, 'exposure', questionOf(query), gone);
