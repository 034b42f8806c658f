import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The one Jest configuration: modules as Node loads them, SWC, libraries read from their sources. */
export function preset(configUrl) {
  return {
    rootDir: dirname(fileURLToPath(configUrl)),
    runtime: here('./jest.runtime.cjs'),
    testEnvironment: here('./jest.environment.cjs'),
    testMatch: ['**/*.spec.ts', '**/*.spec.tsx', '**/*.int-spec.ts', '**/*.e2e-spec.ts'],
    modulePathIgnorePatterns: ['<rootDir>/dist/'],
    globalTeardown: here('./jest.end.js'),
    reporters: ['default', here('./jest.results.js')],
    setupFiles: [here('./jest.setup.js')],
    // Node reads the modules: see jest.modules.js.
    transform: {},
    // A suite brings services, and often servers, of its own: they keep two cores busy, and share PostgreSQL's connections.
    maxWorkers: 1,
    // A busy machine is given its time: several waits of `eventually`, which has a limit of its own, fit in here.
    testTimeout: 300_000,
  };
}
