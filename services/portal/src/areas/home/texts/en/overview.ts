import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/overview.js';

export const texts: Same<typeof chinese> = {
  overview: {
    hint: 'The last twelve months of your union and those below it. What they have to do is theirs to do: here you see how much it is, and what is late.',
    union: 'Union',
    chooseUnion: 'Choose a union',
    noOffice: 'Choose the union that you want to see.',
    unionsBelow: 'Unions directly below',
    members: 'Members',
    figure: {
      activities: 'Activities',
      attendances: 'Times people came',
      lent: 'Lent to other unions',
    },
    trend: '{{now, number}} this month, {{last, number}} last month',
    overdueCount: 'Overdue',
    overdue: 'What is overdue',
    noneOverdue: 'Nothing is overdue.',
    what: 'What',
    count: 'How many',
    byUnion: 'By union',
    order: 'Order',
    mostFirst: '{{column}}: most first',
    itself: 'The union itself',
    column: {
      members: 'Members',
      activities: 'Activities',
      attendances: 'Times people came',
      lent: 'Lent',
      borrowed: 'Borrowed',
      waiting: 'To do',
      overdue: 'Overdue',
    },
    months: 'Month by month',
    month: 'Month',
  },
};
