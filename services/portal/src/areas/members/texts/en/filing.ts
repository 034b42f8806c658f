import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/filing.js';

export const texts: Same<typeof chinese> = {
  filing: {
    statistics: 'How fast the union decides',
    kindOf: {
      founding: 'New unions',
      closing: 'Unions closed or merged',
      membersMove: 'Moves of all members',
      unionMove: 'Unions moved in the tree',
    },
    received_one: '{{count, number}} came within a year',
    received_other: '{{count, number}} came within a year',
    decided_one: '{{count, number}} decided',
    decided_other: '{{count, number}} decided',
    waiting_one: '{{count, number}} waiting',
    waiting_other: '{{count, number}} waiting',
    late_one: '{{count, number}} overdue',
    late_other: '{{count, number}} overdue',
    escalated_one: '{{count, number}} went up undecided',
    escalated_other: '{{count, number}} went up undecided',
    median: 'Median time to a decision: {{days}} days',
    within: '{{share}} in time',
  },
};
