import { preset } from '../.config/jest.preset.js';

/** A proof on the whole platform starts some six processes: one file at a time. */
export default { ...preset(import.meta.url), maxWorkers: 1 };
