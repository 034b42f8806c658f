import type { texts as chinese } from '../zh-CN/intake.js';
import type { Same } from '../texts.js';

export const texts: Same<typeof chinese> = {};
