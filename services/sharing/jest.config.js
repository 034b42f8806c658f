import 'reflect-metadata';
import { preset } from '../../.config/jest.preset.js';

/** Modules of a suite that has ended are never freed, and this service has a hundred: a process of its own is begun anew. */
export default { ...preset(import.meta.url), workerIdleMemoryLimit: '1GB' };
