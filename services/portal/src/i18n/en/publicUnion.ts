import type { texts as chinese } from '../zh-CN/publicUnion.js';
import type { Same } from '../texts.js';

export const texts: Same<typeof chinese> = {};
