import type { Handler } from './handler.js';

export const findings: Handler<'findings'> = async ({ params, principal }, { engine }) => {
  const { revision, report } = await engine.wholeMap(params.map, principal, 'findings', {});
  return { revision, findings: report };
};
