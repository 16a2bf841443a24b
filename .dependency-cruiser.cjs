// The arrows of docs/architecture.md. Each rule's comment is what the person who breaks it reads.
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'graph-schema-is-the-ground',
      comment: 'graph-schema is the language that everyone speaks: it may import none of those who speak it.',
      severity: 'error',
      from: { path: '^graph-schema/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(ripple|seed|server|client|tests|bench)/' },
    },
    {
      name: 'ripple-is-pure',
      comment:
        'The engine gives the same answer everywhere: it may import types of graph-schema and nothing else.',
      severity: 'error',
      from: { path: '^ripple/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^(ripple/src|graph-schema/)' },
    },
    {
      name: 'server-and-client-meet-on-the-wire',
      comment: 'Server and client share graph-schema and ripple; anything else they share belongs there.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^client/' },
    },
    {
      name: 'client-and-server-meet-on-the-wire',
      comment: 'Server and client share graph-schema and ripple; anything else they share belongs there.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^(server|seed)/' },
    },
    {
      name: 'adapters-only-in-main',
      comment: 'Commands know the store port. Only main.ts chooses an adapter, so that each can be replaced.',
      severity: 'error',
      from: {
        path: '^server/src/',
        pathNot: '^server/src/(main\\.ts|store/(embedded|neo4j)/|.*\\.test\\.ts)',
      },
      to: { path: '^server/src/store/(embedded|neo4j)/' },
    },
    {
      name: 'features-are-strangers',
      comment: 'A client feature never imports another: app/ composes them.',
      severity: 'error',
      from: { path: '^client/src/features/([^/]+)/' },
      to: { path: '^client/src/features/', pathNot: '^client/src/features/$1/' },
    },
    {
      name: 'nothing-imports-app',
      comment: 'app/ is the top of the client: it composes features and nothing composes it.',
      severity: 'error',
      from: { path: '^client/src/', pathNot: '^client/src/(app/|main\\.tsx)' },
      to: { path: '^client/src/app/' },
    },
    {
      name: 'ui-has-no-domain-words',
      comment: 'ui/ could serve any product: what knows maps and parties belongs in a feature.',
      severity: 'error',
      from: { path: '^client/src/ui/' },
      to: { path: '^(graph-schema/|ripple/|client/src/(features|app|engine|server)/)' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.tests.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
