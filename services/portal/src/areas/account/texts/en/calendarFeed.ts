import type { texts as chinese } from '../zh-CN/calendarFeed.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  calendarFeed: {
    title: 'In my calendar',
    hint: 'Puts what you are signed up for, when sign-up opens, what you have to give back and, if you are an officer, what is due at your union into the calendar of your phone or computer, and keeps it up to date.',
    none: 'There is nothing yet.',
    name: 'What it is for',
    defaultName: 'My phone',
    nameHint: 'Such as: my phone',
    nameRequired: 'Please say what it is for',
    make: 'Create a calendar link',
    refused: 'No address was made',
    once: 'The address is made and shown this once. Whoever knows it can read your calendar: please pass it on to nobody.',
    how: 'On an iPhone or a Mac, tap “Add to calendar”. For any other calendar, copy the address and choose “Add by URL” there.',
    address: 'The address',
    open: 'Add to calendar',
    copy: 'Copy the address',
    copied: 'Copied',
    copyFailed: 'It could not be copied. Please select the address above and copy it by hand.',
    gone: 'It is made, but its address is shown only once and is gone. Please revoke it and make another.',
    made: 'Made {{time}}',
    fetched: 'Last asked for on {{day}}',
    neverFetched: 'No calendar has asked for it yet',
    revoke: 'Revoke',
    revokeOf: 'Revoke the calendar feed “{{name}}”',
    revokeQuestion:
      'Revoke the calendar feed “{{name}}”? The calendar that uses its address gets no news from now on, and the address cannot be brought back.',
    revokeYes: 'Revoke it',
    revokeFailed: 'It was not revoked',
  },
};
