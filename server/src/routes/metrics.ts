import type { Handler } from './handler.js';

export const metrics: Handler<'metrics'> = async ({ response }, services) => {
  const { registry } = services.metrics;
  response.type(registry.contentType).send(await registry.metrics());
};
