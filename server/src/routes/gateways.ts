import type { Handler } from './handler.js';

export const gateways: Handler<'gateways'> = ({ params, query, principal }, { engine }) =>
  engine.wholeMap(params.map, principal, 'gateways', query);
