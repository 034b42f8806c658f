import type { texts as chinese } from '../zh-CN/activityCost.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  activityCost: {
    title: 'Costs',
    total: 'Total',
    perHead: 'Per head',
    each: '{{amount}} ({{heads}} attended)',
    subsidy: 'Subsidy applied first',
    unpaid: 'Not paid yet',
    bill: 'Settlement of {{amount}}',
    all: 'All costs',
    states: {
      open: 'Open',
      submitted: 'Submitted',
      asked: 'Waiting for the parties',
      approved: 'Posted',
      reversed: 'Reversed',
    },
  },
};
