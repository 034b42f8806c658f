import { preset } from '../.config/jest.preset.js';

/** Minutes of load are run by `npm run test:chaos`. */
const isLong = process.env['GONGXIANG_PROOFS'] === 'long';

/** A proof on the whole platform starts some six processes: one file at a time. */
export default {
  ...preset(import.meta.url),
  maxWorkers: 1,
  testPathIgnorePatterns: ['/node_modules/', ...(isLong ? [] : ['/endurance[.]e2e'])],
};
