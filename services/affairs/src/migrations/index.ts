import { Matters1766200000000 } from './1766200000000-matters.js';
import { MatterPapers1766450000000 } from './1766450000000-matter-papers.js';

/** In the order in which they are applied, after those of the libraries. */
export const migrations = [Matters1766200000000, MatterPapers1766450000000];
