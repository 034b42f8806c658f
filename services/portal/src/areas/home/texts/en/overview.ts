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
    map: 'On the map',
    mapOf: '{{column}} of the unions directly below, by where they lie',
    mapHint: 'North is at the top; the larger a point, the more. Choose a point to see the unions below it.',
    figureShown: 'Figure shown',
    unplaced_one:
      '{{count, number}} union is missing, as nobody has entered where it is: it can be added on its own page.',
    unplaced_other:
      '{{count, number}} unions are missing, as nobody has entered where they are: it can be added on their own pages.',
    mapOfFirst: 'Only the first {{count, number}} unions are shown.',
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
