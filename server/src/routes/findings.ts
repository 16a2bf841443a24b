import type { Handler } from './handler.js';

export const findings: Handler<'findings'> = async ({ params, query, principal }, { engine }) => {
  const { revision, report } = await engine.wholeMap(params.map, principal, 'findings', query);
  return { revision, findings: report };
};
