'use strict';
const tseslint = require('typescript-eslint');

/** Whatever can be set from outside is read once, validated and named in one place. */
const ONLY_CONFIG_READS_THE_ENVIRONMENT = 'Only src/config.ts reads the environment; take the value as an option.';

module.exports = tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**', 'data/**', '**/.*', '**/*.cjs', 'eslint.config.js'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: __dirname },
    },
    rules: {
      // Classes without members are how type-graphql declares derived types.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // `return resolve()` ends a callback where the answer is known, and `() => expect(…)` is how tests read.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      // Apollo, Fastify and our own interfaces want promises where some implementations have nothing to wait for;
      // `async` makes one, and a rejection of whatever is thrown.
      '@typescript-eslint/require-await': 'off',
      // A character is a Unicode code point here, and that is what spreading a string gives.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `!= null` is the one test for null and undefined; everything else is strict.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/config.ts'],
    rules: {
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: ONLY_CONFIG_READS_THE_ENVIRONMENT }],
      'no-restricted-imports': [
        'error',
        {
          paths: ['process', 'node:process'].map((name) => ({
            name,
            importNames: ['env'],
            message: ONLY_CONFIG_READS_THE_ENVIRONMENT,
          })),
        },
      ],
    },
  },
  {
    files: ['tests/**', 'bench/**', 'scripts/**'],
    rules: {
      'no-console': 'off',
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // An answer's shape is what its query asks for; the expectation beside it is the check. So answers are untyped.
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // Helpers are handed out in objects of plain functions whose interfaces are written as methods.
    files: ['tests/**', 'bench/**'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    // What Node runs as it is belongs to no TypeScript project.
    files: ['**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
