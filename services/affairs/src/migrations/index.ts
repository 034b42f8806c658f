import { Matters1766200000000 } from './1766200000000-matters.js';
import { Bulletins1766400000000 } from './1766400000000-bulletins.js';

/** In the order in which they are applied, after those of the libraries. */
export const migrations = [Matters1766200000000, Bulletins1766400000000];
