import { preset } from '../.config/jest.preset.js';

/** The long proofs, in a browser, under load for minutes and with processes killed, are run by `npm run test:long`. */
const isLong = process.env['GONGXIANG_PROOFS'] === 'long';

/** A proof on the whole platform starts some six processes: one file at a time. */
export default {
  ...preset(import.meta.url),
  maxWorkers: 1,
  testPathIgnorePatterns: [
    '/node_modules/',
    ...(isLong ? [] : ['/proofs/browser/', '/proofs/chaos/', '/endurance[.]e2e']),
  ],
};
