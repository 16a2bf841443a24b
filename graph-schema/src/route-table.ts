import { z } from 'zod';
import { accessLinkSchema, newAccessLinkSchema, openedSchema, secretSchema } from './access.js';
import { adviceAnswerSchema, adviceQuestionSchema } from './advice.js';
import { commitSchema, logEntrySchema } from './change.js';
import { rippleRequestSchema } from './disruption.js';
import type { ErrorCode } from './error-code.js';
import { exposureAnswerSchema } from './exposure.js';
import { gatewaysAnswerSchema } from './gateways.js';
import { limits } from './limits.js';
import { mapAtRevisionSchema, mapSummarySchema } from './map-content.js';
import { mapFindingsAnswerSchema } from './map-findings.js';
import type { Role } from './principal.js';
import { roleSchema } from './principal.js';
import { rippleAnswerSchema } from './ripple-report.js';
import { idSchema, textOf, visibleText } from './text.js';
import { toleranceAnswerSchema } from './tolerance.js';
import { weakLinksAnswerSchema } from './weak-links.js';
import {
  customerQuestionSchema,
  harmQuerySchema,
  narrowingSchema,
  weakLinksQuerySchema,
} from './whole-map-question.js';

/**
 * Who may call a route: anyone; a principal of the map in the path with at least this role; or the host, who
 * runs this server (a browser on its own machine, or one that opened the link printed at first start).
 */
export type May = 'anyone' | Role | 'host';

export interface Route {
  method: 'get' | 'post' | 'delete';
  /** Express form; `:map` is a map's id. */
  path: string;
  may: May;
  summary: string;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Media types of a body that is text instead of JSON. */
  consumes?: readonly string[];
  status: 200 | 201 | 204;
  output?: z.ZodType;
  /** Media types of an answer that is not JSON. */
  produces?: readonly string[];
  errors: readonly ErrorCode[];
}

const onMap = ['MAP_NOT_FOUND', 'MAP_GONE', 'NOT_SIGNED_IN'] as const;
const revision = z.coerce
  .string()
  .regex(/^\d{1,15}$/, 'write a revision: a whole number')
  .transform(Number)
  .pipe(z.int());

export const commitAnswerSchema = z.strictObject({ revision: z.int(), entry: logEntrySchema });
export const changesAnswerSchema = z.strictObject({ revision: z.int(), entries: z.array(logEntrySchema) });
export const createdSchema = z.strictObject({ id: idSchema, revision: z.int() });
const newMapIdSchema = z
  .uuid()
  .optional()
  .meta({ description: 'chosen by the caller so that a repeat is refused, not doubled' });
export const newMapSchema = z.strictObject({
  id: newMapIdSchema,
  name: visibleText(limits.name),
  mission: textOf(limits.purpose).optional(),
});

/** Every route there is: what it takes, what it gives, and who may. OpenAPI, the server and its tests read this. */
export const routes = {
  whoAmI: {
    method: 'get',
    path: '/api/me',
    may: 'anyone',
    summary: 'Whether this browser is the host of this server',
    status: 200,
    output: z.strictObject({ host: z.boolean() }),
    errors: [],
  },
  openAccess: {
    method: 'post',
    path: '/api/open',
    may: 'anyone',
    summary: 'Open a secret link: lets this browser in',
    body: z.strictObject({ secret: secretSchema }),
    status: 200,
    output: openedSchema,
    errors: ['ACCESS_REVOKED', 'TOO_MANY_TRIES'],
  },
  listMaps: {
    method: 'get',
    path: '/api/maps',
    may: 'anyone',
    summary: 'The maps that the caller may read',
    status: 200,
    output: z.array(mapSummarySchema),
    errors: [],
  },
  createMap: {
    method: 'post',
    path: '/api/maps',
    may: 'host',
    summary: 'Create an empty map',
    body: newMapSchema,
    status: 201,
    output: createdSchema,
    errors: ['MAP_EXISTS', 'FORBIDDEN'],
  },
  importMapFile: {
    method: 'post',
    path: '/api/map-files',
    may: 'host',
    summary: 'Create a map from a map file',
    body: z.string(),
    consumes: ['application/yaml', 'application/json', 'text/csv'],
    query: z.strictObject({ id: newMapIdSchema, name: visibleText(limits.name).optional() }),
    status: 201,
    output: createdSchema,
    errors: ['FILE_INVALID', 'MAP_TOO_LARGE', 'MAP_EXISTS', 'FORBIDDEN'],
  },
  readMap: {
    method: 'get',
    path: '/api/maps/:map',
    may: 'viewer',
    summary: 'A map with everything on it that the caller may read',
    status: 200,
    output: mapAtRevisionSchema,
    errors: [...onMap],
  },
  deleteMap: {
    method: 'delete',
    path: '/api/maps/:map',
    may: 'owner',
    summary: 'Delete a map with its history; its id is never used again',
    status: 204,
    errors: [...onMap, 'FORBIDDEN'],
  },
  commit: {
    method: 'post',
    path: '/api/maps/:map/commits',
    may: 'editor',
    summary: 'Change a map: all of the changes or none',
    body: commitSchema,
    status: 200,
    output: commitAnswerSchema,
    errors: [
      ...onMap,
      'FORBIDDEN',
      'VERSION_CONFLICT',
      'KEY_REUSED',
      'REFERENCED',
      'UNKNOWN_PARTY',
      'UNKNOWN_LINK',
      'SELF_LINK',
      'CUSTOMER_PROVIDES',
      'SUPPLIER_DEPENDS',
      'GROUP_INVALID',
      'MAP_TOO_LARGE',
    ],
  },
  changes: {
    method: 'get',
    path: '/api/maps/:map/changes',
    may: 'viewer',
    summary: 'What changed after a revision',
    query: z.strictObject({ since: revision }),
    status: 200,
    output: changesAnswerSchema,
    errors: [...onMap, 'REVISION_UNKNOWN'],
  },
  stream: {
    method: 'get',
    path: '/api/maps/:map/stream',
    may: 'viewer',
    summary: 'What changes from now on, as Server-Sent Events; Last-Event-ID resumes',
    query: z.strictObject({ since: revision.optional() }),
    status: 200,
    produces: ['text/event-stream'],
    errors: [...onMap, 'REVISION_UNKNOWN', 'TOO_MANY_STREAMS', 'SERVER_STOPPING'],
  },
  ripple: {
    method: 'post',
    path: '/api/maps/:map/ripple',
    may: 'viewer',
    summary: 'What these disruptions do to everyone downstream; saves nothing',
    body: rippleRequestSchema,
    status: 200,
    output: rippleAnswerSchema,
    errors: [...onMap, 'UNKNOWN_PARTY', 'DISRUPTION_INVALID', 'ENGINE_TIMEOUT'],
  },
  weakLinks: {
    method: 'get',
    path: '/api/maps/:map/weak-links',
    may: 'viewer',
    summary: 'The links that carry most harm to external customers over the whole map',
    query: weakLinksQuerySchema,
    status: 200,
    output: weakLinksAnswerSchema,
    errors: [...onMap, 'UNKNOWN_PARTY', 'ENGINE_TIMEOUT'],
  },
  exposure: {
    method: 'get',
    path: '/api/maps/:map/exposure',
    may: 'viewer',
    summary: 'What external customers suffer from each team and supplier in turn',
    query: harmQuerySchema,
    status: 200,
    output: exposureAnswerSchema,
    errors: [...onMap, 'UNKNOWN_PARTY', 'ENGINE_TIMEOUT'],
  },
  tolerance: {
    method: 'get',
    path: '/api/maps/:map/tolerance',
    may: 'viewer',
    summary: 'How late each team and supplier may be, alone, before an external customer feels it',
    query: customerQuestionSchema,
    status: 200,
    output: toleranceAnswerSchema,
    errors: [...onMap, 'UNKNOWN_PARTY', 'ENGINE_TIMEOUT'],
  },
  gateways: {
    method: 'get',
    path: '/api/maps/:map/gateways',
    may: 'viewer',
    summary: 'Parties that all work of some others passes on its way to an external customer',
    query: customerQuestionSchema,
    status: 200,
    output: gatewaysAnswerSchema,
    errors: [...onMap, 'UNKNOWN_PARTY', 'ENGINE_TIMEOUT'],
  },
  advice: {
    method: 'post',
    path: '/api/maps/:map/advice',
    may: 'viewer',
    summary: 'The few changes that would take most harm off external customers; saves nothing',
    body: adviceQuestionSchema,
    status: 200,
    output: adviceAnswerSchema,
    errors: [...onMap, 'UNKNOWN_PARTY', 'ENGINE_TIMEOUT'],
  },
  findings: {
    method: 'get',
    path: '/api/maps/:map/findings',
    may: 'viewer',
    summary: 'What is worth a second look on the map',
    query: narrowingSchema,
    status: 200,
    output: mapFindingsAnswerSchema,
    errors: [...onMap, 'UNKNOWN_PARTY', 'ENGINE_TIMEOUT'],
  },
  exportMapFile: {
    method: 'get',
    path: '/api/maps/:map/file',
    may: 'viewer',
    summary: 'The map as a file; a spreadsheet holds links only',
    query: z.strictObject({ format: z.enum(['yaml', 'json', 'csv']).default('yaml') }),
    status: 200,
    produces: ['application/yaml', 'application/json', 'text/csv'],
    errors: [...onMap],
  },
  listAccess: {
    method: 'get',
    path: '/api/maps/:map/access',
    may: 'owner',
    summary: 'The links that let others in; never their secrets',
    status: 200,
    output: z.array(accessLinkSchema),
    errors: [...onMap, 'FORBIDDEN'],
  },
  createAccess: {
    method: 'post',
    path: '/api/maps/:map/access',
    may: 'owner',
    summary: 'Make a link that lets others in; its secret is shown this once',
    body: z.strictObject({ role: roleSchema }),
    status: 201,
    output: newAccessLinkSchema,
    errors: [...onMap, 'FORBIDDEN'],
  },
  revokeAccess: {
    method: 'delete',
    path: '/api/maps/:map/access/:access',
    may: 'owner',
    summary: 'Revoke a link at once, for every browser it let in and every open stream',
    status: 204,
    errors: [...onMap, 'FORBIDDEN', 'ACCESS_NOT_FOUND'],
  },
  openApi: {
    method: 'get',
    path: '/api/openapi.json',
    may: 'anyone',
    summary: 'This description',
    status: 200,
    output: z.looseObject({ openapi: z.string() }),
    errors: [],
  },
  health: {
    method: 'get',
    path: '/healthz',
    may: 'anyone',
    summary: 'The process lives',
    status: 200,
    output: z.strictObject({ status: z.literal('ok') }),
    errors: [],
  },
  ready: {
    method: 'get',
    path: '/readyz',
    may: 'anyone',
    summary: 'The store answers',
    status: 200,
    output: z.strictObject({ status: z.literal('ok') }),
    errors: ['STORE_UNAVAILABLE'],
  },
  metrics: {
    method: 'get',
    path: '/metrics',
    may: 'host',
    summary: 'Figures for Prometheus',
    status: 200,
    produces: ['text/plain'],
    errors: ['FORBIDDEN'],
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
