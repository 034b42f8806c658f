import { Baseline1764000000000 } from './1764000000000-baseline.js';
import { ContactPoints1764100000000 } from './1764100000000-contact-points.js';

/** In the order in which they are applied, after those of the libraries. */
export const migrations = [Baseline1764000000000, ContactPoints1764100000000];
