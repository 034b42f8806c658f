import type { texts as chinese } from '../zh-CN/calendarFeed.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  calendarFeed: {
    title: 'Calendar feed',
    hint: 'Adds your activities, sign-up openings, loans to return and, for officers, the tasks due at your union to the calendar on your phone or computer, and keeps it up to date.',
    none: 'No calendar feeds yet.',
    name: 'Used on',
    defaultName: 'My phone',
    nameHint: 'For example: my phone',
    nameRequired: 'Please enter where it is used',
    make: 'Create a calendar link',
    refused: 'The address could not be created',
    once: 'Your link is ready and is only shown once. Anyone who has it can see your calendar, so please do not share it.',
    how: 'On an iPhone or a Mac, tap “Add to calendar”. For any other calendar, copy the address and choose “Add by URL” there.',
    address: 'Calendar link',
    open: 'Add to calendar',
    copy: 'Copy link',
    copied: 'Copied',
    copyFailed: 'Could not be copied automatically. Please select the link above and copy it.',
    gone: 'The feed has been created, but its link is only shown once and can no longer be displayed. Please revoke it and create another.',
    made: 'Created {{time}}',
    fetched: 'Last updated: {{day}}',
    neverFetched: 'Not used by any calendar yet',
    revoke: 'Revoke',
    revokeOf: 'Revoke the calendar feed “{{name}}”',
    revokeQuestion:
      'Revoke calendar feed “{{name}}”? Calendars using this link stop updating immediately. The link cannot be restored.',
    revokeYes: 'Revoke feed',
    revokeFailed: 'Could not be revoked',
  },
};
