import { preset } from '../.config/jest.preset.js';

/** Which ones: those in the browser, the others, or, as `npm run test:chaos` has them, with minutes of load as well. */
const which = process.env['GONGXIANG_PROOFS'];
const lengthy = ['/endurance[.]e2e', '/chaos-greed[.]e2e', '/chaos-roster[.]e2e'];
const leftOut = { long: [], browser: lengthy, others: [...lengthy, '/proofs/browser/'] };

/** A proof on the whole platform starts some six processes: one file at a time. */
export default {
  ...preset(import.meta.url),
  maxWorkers: 1,
  testSequencer: '<rootDir>/proofs/in-turn.mjs',
  globalTeardown: '<rootDir>/proofs/end-of-shared.mjs',
  ...(which === 'browser' ? { testMatch: ['**/proofs/browser/*.e2e-spec.ts'] } : {}),
  testPathIgnorePatterns: ['/node_modules/', ...(leftOut[which] ?? lengthy)],
};
