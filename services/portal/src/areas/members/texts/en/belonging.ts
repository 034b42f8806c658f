import type { texts as chinese } from '../zh-CN/belonging.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  belonging: {
    nearness: 'Neighbours',
    anywhere: 'From anywhere',
    nearnessIs: {
      withinKm: 'Unions within some kilometres of the organiser',
      samePark: 'Unions in the same industrial park as the organiser',
    },
    nearnessHint:
      'As the crow flies, by where the unions are said to be; for a club or an enterprise, the union behind it counts. Members of a union whose place is not on record cannot come.',
    withinKm: 'Within how many kilometres',
    clubs: 'Clubs (any of them)',
    addClub: 'Add a club by its name',
    groups: 'Groups (any of them)',
    groupsHint: 'Groups of the unions that host it, and of those below them.',
    addGroup: 'Add a group',
    employment: 'Kind of employment',
    employmentHint:
      'As the union has recorded it. The page says for which kinds the activity is, and never that of a person.',
  },
};
