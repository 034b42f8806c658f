import type { texts as chinese } from '../zh-CN/draft.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  checklist: {
    ready: 'Ready to publish',
    readyBut_one: 'Ready to publish; {{count, number}} more step recommended',
    readyBut_other: 'Ready to publish; {{count, number}} more steps recommended',
    stillMissing_one: '{{count, number}} step left before publishing',
    stillMissing_other: '{{count, number}} steps left before publishing',
    state: {
      done: '(done)',
      must: '(required)',
      better: '(recommended)',
    },
    item: {
      START_PAST: {
        done: 'Start time is in the future',
        missing: 'The start time has passed; please change it',
      },
      PERIOD_EMPTY: {
        missing: 'It must end after it starts, and sign-up must close after it opens',
      },
      SIGN_UP_AFTER_END: {
        done: 'Sign-up times fit the activity',
        missing: 'Sign-up cannot close after the activity has ended',
      },
      TIME_ZONE_UNKNOWN: {
        missing: 'Unknown time zone; please choose another',
      },
      SIGN_UP_CLOSED: {
        done: 'People can sign up once it is published',
        missing: 'Sign-up has already closed, so nobody could sign up',
      },
      PLACE_MISSING: {
        done: 'Place entered',
        missing: 'No place entered; if it is online, enter “online”',
      },
      DESCRIPTION_MISSING: {
        done: 'Description added',
        missing: 'No description yet',
      },
      SEATS_MISSING: {
        done: 'Seats set up',
        missing: 'There are no seats yet. Please add some before publishing',
      },
      COMPANIONS_MISSING: {
        done: 'Children can come along; their age group is asked at sign-up',
        missing: 'No companions allowed, so children cannot come',
      },
      INVITATION_OPEN: {
        missing: '{{party}} has not answered the invitation and cannot join after publication',
      },
      AGREEMENT_REQUIRED: {
        done: 'Agreement signed by all hosts and in force',
      },
      AGREEMENT_NOT_PROPOSED: {
        missing: 'With co-hosts, an agreement has to be drafted and signed by all',
      },
      AGREEMENT_NOT_CHECKED: {
        missing: 'The new version of the agreement is being checked',
      },
      AGREEMENT_NOT_SIGNED: {
        done: '{{party}} has signed the agreement',
        missing: '{{party}} has not signed the agreement yet',
      },
    },
  },
  copying: {
    title: 'Run it again',
    hint: 'Creates a new draft with the same schedule and seats. Registrations, attendance and the agreement are not copied.',
    fromEarlier: 'Copy an earlier one',
    search: 'Find one of your union’s activities',
    newTitle: 'Name of the new activity',
    startsAt: 'New start',
    startsHint: 'If empty: about a year later on the same weekday. All other times move with it',
    keepDay: 'Keep this date even if it is a holiday',
    planned: 'Takes place {{time}}',
    plannedSignUp: 'Sign-up {{time}}',
    moved: {
      publicHoliday: '{{from}} is within the {{holiday}} holiday: the whole activity moves to {{to}}.',
      makeUpDay: '{{from}} is a make-up workday for {{holiday}}: the whole activity moves to {{to}}.',
      dayOff: '{{from}} is a day off but the original was on a workday: the whole activity moves to {{to}}.',
      workingDay:
        '{{from}} is a workday but the original was on a day off: the whole activity moves to {{to}}.',
    },
    holiday: {
      newYear: 'New Year',
      springFestival: 'Spring Festival',
      tombSweeping: 'Tomb-sweeping Day',
      labourDay: 'Labour Day',
      dragonBoat: 'Dragon Boat Festival',
      midAutumn: 'Mid-autumn Festival',
      nationalDay: 'National Day',
    },
    unknown:
      'Public holidays for {{year}} have not been announced yet, so the date was not checked against them.',
    invite: 'Co-hosts to invite again: {{names}}.',
    loan: 'The venue has to be booked again.',
    make: 'Create new draft',
    notDone: 'Could not be created',
    done: 'New draft created; please review it',
    toInvite: 'Invite the co-hosts',
  },
};
