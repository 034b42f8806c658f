import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/reminder.js';

export const texts: Same<typeof chinese> = {
  reminder: {
    title: 'Reminders',
    hint: 'They come to the notices of each person; from 22:00 to 7:00 nobody is disturbed: they go before or after. At most 5.',
    none: 'Nobody is reminded.',
    before: {
      start: '{{span}} before the start, to those who have a seat',
      signUpCloses: '{{span}} before sign-up closes, to those who asked for it and have not signed up',
      poolOpens: '{{span}} before a pool opens, to those who asked for it',
    },
    span: {
      minutes_one: '{{count, number}} minute',
      minutes_other: '{{count, number}} minutes',
      hours_one: '{{count, number}} hour',
      hours_other: '{{count, number}} hours',
      days_one: '{{count, number}} day',
      days_other: '{{count, number}} days',
    },
    unit: { minutes: 'minutes', hours: 'hours', days: 'days' },
    anchor: {
      start: 'Before the start',
      signUpCloses: 'Before sign-up closes',
      poolOpens: 'Before a pool opens',
    },
    goesAt: 'Goes at {{time}}. ',
    moved: 'Moved out of the night. ',
    sent_one: '{{count, number}} person was reminded.',
    sent_other: '{{count, number}} people were reminded.',
    remove: 'Remove',
    add: 'Add a reminder',
    anchorLabel: 'Before what',
    countLabel: 'How long before',
    unitLabel: 'Unit of time',
    spanWrong: 'A whole number, at most 30 days before',
    twice: 'There is this reminder already',
    notSaved: 'Could not be saved',
    remindMeTitle: 'Remind me when sign-up opens',
    opensAt: 'Sign-up for “{{pool}}” opens at {{time}}.',
    remindMeHint: 'You are notified in your notices shortly before it opens.',
    isAsked: 'Noted: you are notified shortly before it opens.',
    ask: 'Remind me',
    unask: 'Do not remind me',
  },
};
