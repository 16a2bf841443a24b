// Packages resolve each other by the "source" condition, so tests run what is on disk, never a stale build.
const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
    module: { type: 'es6' },
  },
];

const shared = {
  rootDir: import.meta.dirname,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.ts$': swc(false), '^.+\\.tsx$': swc(true) },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};

const node = {
  ...shared,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
};

export default {
  // Both cores; the browser and the Neo4j of the tests run beside.
  maxWorkers: 2,
  // No assertion, only the end of a wait that would never end; a busy machine may take its time.
  testTimeout: 240_000,
  projects: [
    {
      ...node,
      displayName: 'unit',
      testMatch: ['<rootDir>/{graph-schema,ripple,seed,server,bench}/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    },
    {
      ...shared,
      displayName: 'client',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['source', 'browser'] },
      // jsdom lays nothing out, so a component's style sheet is nothing to it.
      moduleNameMapper: { ...shared.moduleNameMapper, '\\.css$': '<rootDir>/client/src/testing/no-style.ts' },
      testMatch: ['<rootDir>/client/src/**/*.test.{ts,tsx}'],
    },
    {
      ...node,
      displayName: 'whole',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/support/start-test-services.mjs',
      globalTeardown: '<rootDir>/tests/support/stop-test-services.mjs',
    },
  ],
};
