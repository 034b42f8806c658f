import type { texts as chinese } from '../zh-CN/pushHint.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  pushHint: {
    seat: 'Get told here when a seat is free',
    change: 'Get told here when something changes',
    dismiss: 'No, thanks',
  },
};
