import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/contactPoint.js';

export const texts: Same<typeof chinese> = {
  contactPoint: {
    title: 'Where to turn',
    hint: 'Offices of the unions, with phone numbers and opening hours.',
    find: 'Find an office by name',
    empty: 'No office has been entered yet.',
    emptyFiltered: 'No office has this in its name.',
    onlyOf: 'Only of',
    all: 'Show all',
    add: 'Add an office',
    change: 'Change',
    close: 'Close',
    closed: 'Closed',
    closedHint: 'This office is closed; only officers of its union still see it.',
    closeQuestion: 'Close “{{name}}”? Members will no longer see it. You can open it again at any time.',
    reopen: 'Open again',
    refused: 'Not saved',
    union: 'Union',
    unionRequired: 'Please choose the union',
    name: 'Name',
    nameExample: 'Such as: service centre',
    nameRequired: 'Please enter a name',
    about: 'What it helps with',
    aboutHint: 'Such as: joining, hardship aid, legal advice',
    phone: 'Phone',
    phoneHint: 'Office number, not a personal one',
    address: 'Address',
    hours: 'Opening hours',
    hoursExample: 'Such as: Mon–Fri 8:30–17:00',
  },
};
