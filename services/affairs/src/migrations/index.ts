import { Matters1766200000000 } from './1766200000000-matters.js';
import { Assignments1766410000000 } from './1766410000000-assignments.js';

/** In the order in which they are applied, after those of the libraries. */
export const migrations = [Matters1766200000000, Assignments1766410000000];
