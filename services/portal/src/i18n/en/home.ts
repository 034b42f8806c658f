import type { texts as chinese } from '../zh-CN/home.js';
import type { Same } from '../texts.js';

export const texts: Same<typeof chinese> = {};
