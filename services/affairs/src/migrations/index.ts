import { Matters1766200000000 } from './1766200000000-matters.js';
import { Bulletins1766400000000 } from './1766400000000-bulletins.js';
import { Assignments1766410000000 } from './1766410000000-assignments.js';
import { PublicFigures1766420000000 } from './1766420000000-public-figures.js';
import { Topics1766420000010 } from './1766420000010-topics.js';
import { MatterPapers1766450000000 } from './1766450000000-matter-papers.js';
import { MatterPayments1766490000000 } from './1766490000000-matter-payments.js';

/** In the order in which they are applied, after those of the libraries. */
export const migrations = [
  Matters1766200000000,
  Bulletins1766400000000,
  Assignments1766410000000,
  PublicFigures1766420000000,
  Topics1766420000010,
  MatterPapers1766450000000,
  MatterPayments1766490000000,
];
