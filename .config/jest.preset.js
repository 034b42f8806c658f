import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The one Jest configuration: native ES modules, SWC, libraries read from their sources. */
export function preset(configUrl) {
  return {
    rootDir: dirname(fileURLToPath(configUrl)),
    testEnvironment: 'node',
    testMatch: ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e-spec.ts'],
    modulePathIgnorePatterns: ['<rootDir>/dist/'],
    extensionsToTreatAsEsm: ['.ts'],
    globalTeardown: fileURLToPath(new URL('./jest.end.js', import.meta.url)),
    setupFiles: [fileURLToPath(new URL('./jest.setup.js', import.meta.url))],
    moduleNameMapper: {
      '^fast-check$': fileURLToPath(new URL('./jest.fast-check.js', import.meta.url)),
      '^@gongxiang/([^/]+)$': fileURLToPath(new URL('../libs/$1/src/index.ts', import.meta.url)),
      '^@gongxiang/([^/]+)/([^/]+)$': fileURLToPath(new URL('../libs/$1/src/$2/index.ts', import.meta.url)),
      '^(\\.{1,2}/.*)\\.js$': '$1',
    },
    transform: {
      '^.+\\.ts$': [
        '@swc/jest',
        {
          jsc: {
            parser: { syntax: 'typescript', decorators: true },
            transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
            target: 'es2022',
            keepClassNames: true,
          },
          module: { type: 'es6' },
        },
      ],
    },
    // A suite brings services, and often servers, of its own: they keep two cores busy, and share PostgreSQL's connections.
    maxWorkers: 1,
    // A busy machine is given its time: several waits of `eventually`, which has a limit of its own, fit in here.
    testTimeout: 180_000,
  };
}
