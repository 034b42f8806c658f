import type { texts as chinese } from '../zh-CN/attendance.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  attendance: {
    titleOf: 'Who came: {{title}}',
    toDoor: 'To check-in',
    toCorrections: 'Correct the record',
    flow: 'People inside over time',
    flowHint_one:
      'In steps of {{count, number}} minute, by the time of each scan; devices offline add theirs later.',
    flowHint_other:
      'In steps of {{count, number}} minutes, by the time of each scan; devices offline add theirs later.',
    from: 'From',
    insideThen: 'Inside',
    cameUntil: 'Came so far',
    leftUntil: 'Left',
    nobodyYet: 'Nobody is checked in yet.',
    whoCame: 'Who came',
    name: 'Name',
    heads: 'Heads',
    away: 'Left',
    cameAt: 'Checked in',
    how: 'How',
    by: 'Checked in by',
    byStaff: 'Staff',
    walkedIn: 'Walked in',
    hadSeat: 'Had a seat',
  },
};
