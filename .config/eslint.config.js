import { readFileSync } from 'node:fs';
import eslint from '@eslint/js';
import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

// Who imports whom is asked of nx's own graph: without it, the rule on boundaries would look away without a word.
await createProjectGraphAsync();

const libraries = ['domain', 'contracts', 'observability', 'persistence', 'messaging', 'paper', 'testing'];
const only = (sourceTag, tags) => ({ sourceTag, onlyDependOnLibsWithTags: tags });
const lib = (name) => `lib:${name}`;

/** Who may import whom (the module boundaries of the architecture, by the tags in each package.json). */
const depConstraints = [
  only(lib('domain'), []),
  only(lib('contracts'), [lib('domain')]),
  only(lib('observability'), [lib('domain')]),
  only(lib('paper'), [lib('testing')]),
  only(lib('persistence'), ['domain', 'observability', 'testing'].map(lib)),
  only(lib('messaging'), ['domain', 'contracts', 'observability', 'persistence', 'testing'].map(lib)),
  only(lib('testing'), libraries.map(lib)),
  // A service imports libraries, never another service.
  ...['membership', 'sharing', 'settlement', 'evaluation'].map((name) =>
    only(`service:${name}`, libraries.map(lib)),
  ),
  // The gateway holds no table, so it has no use for persistence.
  only('service:gateway', ['domain', 'contracts', 'messaging', 'observability', 'testing'].map(lib)),
  // The portal knows the platform by its generated client, and the rules that both sides run: the door's, weighing, figures, and cells of sheets.
  only('service:portal', [lib('domain')]),
  only('deploy', libraries.map(lib)),
];

/**
 * Sources and tests of all projects as three programs: one for each project would read the types of every library anew,
 * and keep them, which took half the time and most of the memory.
 */
const typesOf = (project) => ({
  parserOptions: { project: [project], tsconfigRootDir: new URL('..', import.meta.url).pathname },
});

const specs = ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e-spec.ts', '**/*.fixture.ts'];

/** Which districts of a service each of its districts may import: as its README draws them. */
const districts = JSON.parse(readFileSync(new URL('./districts.json', import.meta.url), 'utf8'));

/** Imports between the districts of a service go one way. Tests may look into any. */
const arrows = Object.entries(districts).flatMap(([service, rows]) =>
  Object.entries(rows).map(([district, allowed]) => {
    const others = Object.keys(rows).filter((other) => other !== district && !allowed.includes(other));
    const pattern = {
      regex: `^(\\.\\./)+(${others.join('|')})/`,
      message: `By the arrows of .config/districts.json ${district} knows nothing of it.`,
    };
    return {
      files: [`services/${service}/src/${district}/**/*.ts`],
      ignores: specs,
      rules: { 'no-restricted-imports': ['error', { patterns: [pattern] }] },
    };
  }),
);

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/.nx/**',
      'services/portal/src/api/schema.d.ts',
      '**/*.js',
      '**/*.cjs',
      '**/*.mjs',
    ],
  },
  eslint.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: typesOf('.config/tsconfig.lint.json'),
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          // The libraries beneath `testing` are themselves tested with it.
          ignoredCircularDependencies: [
            ['persistence', 'testing'],
            ['messaging', 'testing'],
          ],
          checkDynamicDependenciesExceptions: ['.*'],
          depConstraints,
        },
      ],
      complexity: ['error', 10],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Configuration is parsed once, in config.ts.' },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'off', // raw rows are annotated where they are read
      // It counts every annotated raw query as an assertion that could be an argument.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/require-await': 'off', // handlers share a promise-returning shape
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['deploy/**/*.ts'], languageOptions: typesOf('.config/tsconfig.lint-deploy.json') },
  {
    files: ['services/*/src/**/*.ts'],
    ignores: ['services/*/src/migrations/**', ...specs],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...['TemplateElement[value.raw', 'Literal[value'].map((text) => ({
          selector: `${text}=/\\b(INSERT\\s+INTO|UPDATE|DELETE\\s+FROM)\\s+due\\b/i]`,
          message:
            'Due work is noted by schedule, scheduleNew and unschedule, which lock its rows last and in order.',
        })),
      ],
    },
  },
  {
    files: ['services/portal/**/*.{ts,tsx}'],
    languageOptions: typesOf('services/portal/tsconfig.json'),
  },
  {
    files: ['services/gateway/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                '@gongxiang/messaging/events',
                '@gongxiang/messaging/service',
                '@gongxiang/persistence',
              ],
              message: 'The gateway holds no table and tells no events.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['services/portal/src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^@gongxiang/(?!domain/(?:door|figures|sheet|weighing)$)',
              message: 'Of the libraries, the rules that both sides run.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['services/**/*.model.ts'],
    rules: {
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!@gongxiang/domain(/(?:door|figures|weighing))?$|\\.{1,2}/).*',
              allowTypeImports: true,
              message: 'A model is pure: it imports the domain, other models and types.',
            },
            {
              regex: '^\\.{1,2}/(?!.*\\.model\\.js$).*',
              allowTypeImports: true,
              message: 'A model imports other models and types only.',
            },
          ],
        },
      ],
    },
  },
  ...arrows,
  {
    files: ['services/*/src/**/*.consumer.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [{ regex: '\\.repository\\.js$', message: 'Consumers speak to services.' }],
        },
      ],
    },
  },
  {
    files: specs,
    rules: {
      complexity: 'off',
      'no-restricted-properties': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // The launcher and the demo speak to a terminal and read their environment; so do the servers that tests start.
    files: [
      'deploy/**/*.ts',
      'libs/testing/src/**/*.ts',
      'services/*/src/main.ts',
      'services/*/src/migrate.ts',
      'services/membership/src/reset-password.ts',
      'services/settlement/src/verify-ledger.ts',
      'libs/messaging/src/service/run-migrations.ts',
      'libs/messaging/src/service/run-reseal.ts',
    ],
    rules: { 'no-console': 'off', 'no-restricted-properties': 'off' },
  },
);
