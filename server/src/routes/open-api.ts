import { openApiDocument } from '@downstream/graph-schema/openapi';
import type { z } from 'zod';
import type { routes } from '@downstream/graph-schema/route-table';
import type { Handler } from './handler.js';

/** A document is a plain object; its own type only lacks the index signature that JSON has. */
export const openApi: Handler<'openApi'> = (_call, { version }) =>
  Promise.resolve({ ...openApiDocument(version) } as z.output<typeof routes.openApi.output>);
