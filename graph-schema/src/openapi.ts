import { z } from 'zod';
import { createDocument, type oas31, type ZodOpenApiPathsObject } from 'zod-openapi';
import { errors, type ErrorCode } from './error-code.js';
import { problemSchema } from './problem.js';
import { routes, type Route } from './route-table.js';

const inPath = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);

type RouteName = keyof typeof routes;

/** The headings under which the routes are read, in order, and what stands under each. */
const subjects: readonly { name: string; description: string; routes: readonly RouteName[] }[] = [
  {
    name: 'Maps',
    description: 'Listed, begun, read and deleted.',
    routes: ['listMaps', 'createMap', 'readMap', 'deleteMap'],
  },
  {
    name: 'Changes',
    description: 'One commit at a time; others hear of it at once.',
    routes: ['commit', 'changes', 'stream'],
  },
  {
    name: 'Map files',
    description: 'A whole map, in and out.',
    routes: ['importMapFile', 'exportMapFile'],
  },
  {
    name: 'Ripple',
    description: 'What one delay or defect does downstream.',
    routes: ['ripple'],
  },
  {
    name: 'The whole map',
    description: 'Where it breaks, and what helps.',
    routes: ['weakLinks', 'advice', 'exposure', 'tolerance', 'gateways', 'findings'],
  },
  {
    name: 'Access',
    description: 'Who may read or change a map.',
    routes: ['whoAmI', 'openAccess', 'listAccess', 'createAccess', 'revokeAccess'],
  },
  {
    name: 'Server',
    description: 'How it is, and this description.',
    routes: ['health', 'ready', 'metrics', 'openApi'],
  },
];

/** What any request of this shape may be refused for, beside what is particular to its route. */
function usualErrors({ method, path, may, query, body }: Route): ErrorCode[] {
  const takesInput = Boolean(query ?? body) || path.includes(':');
  return [
    ...(takesInput ? (['INPUT_INVALID'] as const) : []),
    ...(body ? (['MALFORMED', 'BODY_TOO_LARGE', 'MEDIA_TYPE_UNKNOWN'] as const) : []),
    ...(may === 'anyone' ? [] : (['NOT_SIGNED_IN', 'ACCESS_REVOKED', 'TOO_MANY_TRIES'] as const)),
    ...(method === 'get' ? [] : (['ORIGIN_REFUSED'] as const)),
    'HOST_REFUSED',
    'INTERNAL',
  ];
}

function operationOf(name: string, route: Route) {
  const names = inPath(route.path);
  const answer = route.output ?? z.string();
  const answers = Object.fromEntries(
    (route.produces ?? ['application/json']).map((type) => [type, { schema: answer }]),
  );
  const problems = new Map<number, ErrorCode[]>();
  for (const code of new Set([...usualErrors(route), ...route.errors])) {
    const { status } = errors[code];
    problems.set(status, [...(problems.get(status) ?? []), code]);
  }
  return {
    operationId: name,
    tags: subjects.filter(({ routes }) => routes.some((under) => under === name)).map((tag) => tag.name),
    summary: route.summary,
    description: `May: ${route.may}.`,
    requestParams: {
      ...(names.length > 0 && { path: z.object(Object.fromEntries(names.map((key) => [key, z.string()]))) }),
      ...(route.query && { query: route.query }),
    },
    ...(route.body && {
      requestBody: {
        required: true,
        content: Object.fromEntries(
          (route.consumes ?? ['application/json']).map((type) => [type, { schema: route.body }]),
        ),
      },
    }),
    responses: {
      [route.status]: {
        description: 'Done',
        ...(route.status !== 204 && { content: answers }),
      },
      ...Object.fromEntries(
        [...problems].map(([status, codes]) => [
          String(status),
          {
            description: codes.map((code) => `${code}: ${errors[code].sentence}`).join('\n\n'),
            content: { 'application/problem+json': { schema: problemSchema } },
          },
        ]),
      ),
    },
  };
}

/** The OpenAPI 3.1 description of the whole route table. */
export function openApiDocument(version: string): oas31.OpenAPIObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const [name, route] of Object.entries<Route>(routes)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(name, route) };
  }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Downstream',
      version,
      description:
        'Maps who depends on whose work, and shows how one delay or defect ripples to external customers.',
    },
    tags: subjects.map(({ name, description }) => ({ name, description })),
    components: {
      securitySchemes: {
        accessLink: { type: 'http', scheme: 'bearer', description: 'The secret of an access link.' },
        browser: { type: 'apiKey', in: 'cookie', name: 'downstream' },
      },
    },
    security: [{ accessLink: [] }, { browser: [] }, {}],
    paths,
  });
}
