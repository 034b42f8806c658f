import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/overview.js';

export const texts: Same<typeof chinese> = {
  overview: {
    hint: 'The past twelve months of your union and the unions below it. Their tasks are theirs to handle: here you see only how many there are and how many are overdue.',
    union: 'Union',
    chooseUnion: 'Choose a union',
    noOffice: 'Please choose a union.',
    unionsBelow: 'Unions directly below',
    members: 'Members',
    figure: {
      activities: 'Activities',
      attendances: 'Attendances',
      lent: 'Lent to other unions',
    },
    trend: '{{now, number}} this month, {{last, number}} last month',
    overdueCount: 'Overdue',
    overdue: 'What is overdue',
    noneOverdue: 'Nothing is overdue.',
    what: 'Item',
    count: 'Number',
    map: 'Map',
    mapOf: 'Map of the unions directly below: {{column}}',
    mapHint: 'North is up; larger dots mean higher figures. Select a dot to see the unions below it.',
    figureShown: 'Figure shown',
    unplaced_one:
      '{{count, number}} union has no location on record and is not on the map; add it on the union’s page.',
    unplaced_other:
      '{{count, number}} unions have no location on record and are not on the map; add it on each union’s page.',
    mapOfFirst: 'Only the first {{count, number}} unions are shown.',
    byUnion: 'By union',
    order: 'Order',
    mostFirst: '{{column}}: highest first',
    itself: 'The union itself',
    column: {
      members: 'Members',
      activities: 'Activities',
      attendances: 'Attendances',
      lent: 'Lent',
      borrowed: 'Borrowed',
      waiting: 'To do',
      overdue: 'Overdue',
    },
    months: 'Month by month',
    month: 'Month',
  },
};
