import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/contactPoint.js';

export const texts: Same<typeof chinese> = {
  contactPoint: {
    title: 'Contact points',
    hint: 'Union offices with phone numbers and opening hours.',
    find: 'Find an office by name',
    empty: 'No offices yet.',
    emptyFiltered: 'No matching offices.',
    onlyOf: 'Only show',
    all: 'Show all',
    add: 'Add office',
    change: 'Edit',
    close: 'Close',
    closed: 'Closed',
    closedHint: 'This office is closed; only its union’s officers can still see it.',
    closeQuestion: 'Close “{{name}}”? Members will no longer see it. You can reopen it at any time.',
    reopen: 'Reopen',
    refused: 'Could not be saved',
    union: 'Union',
    unionRequired: 'Please choose the union',
    name: 'Name',
    nameExample: 'For example: service centre',
    nameRequired: 'Please enter a name',
    about: 'Services',
    aboutHint: 'For example: joining, hardship aid, legal advice',
    phone: 'Phone',
    phoneHint: 'Office number, not a personal one',
    address: 'Address',
    hours: 'Opening hours',
    hoursExample: 'For example: Mon–Fri 8:30–17:00',
  },
};
