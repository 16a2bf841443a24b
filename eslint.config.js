import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      'data/**',
      '.cache/**',
      'coverage/**',
      // AssemblyScript has types that TypeScript has not; its own compiler checks them.
      'ripple/assembly/*.ts',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./*/tsconfig.json', './tsconfig.tests.json', './client/tsconfig.tests.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Typed arrays are indexed in bounds by construction; a branch for "undefined" there could never run.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['ripple/src/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        {
          name: 'Date',
          message: 'The engine has no clock: the same input must give the same bytes for ever.',
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'The engine draws only from the seeded generator.' },
      ],
    },
  },
  {
    files: ['client/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    extends: [jsxA11y.flatConfigs.recommended],
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-properties': [
        'error',
        {
          object: 'crypto',
          property: 'randomUUID',
          message:
            'A page that is read over plain http has none; newUuid (src/server/uuid.ts) works there too.',
        },
      ],
    },
  },
  { files: ['**/*.{js,mjs,cjs}'], ignores: ['client/public/**'], languageOptions: { globals: globals.node } },
  { files: ['client/public/**/*.js'], languageOptions: { globals: globals.browser } },
);
