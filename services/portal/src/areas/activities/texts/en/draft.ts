import type { texts as chinese } from '../zh-CN/draft.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  checklist: {
    ready: 'Ready to be published',
    readyBut_one: 'Ready to be published; {{count, number}} thing is advised first',
    readyBut_other: 'Ready to be published; {{count, number}} things are advised first',
    stillMissing_one: '{{count, number}} thing is needed before publishing',
    stillMissing_other: '{{count, number}} things are needed before publishing',
    state: {
      done: '(done)',
      must: '(needed)',
      better: '(advised)',
    },
    item: {
      START_PAST: {
        done: 'It starts in the future',
        missing: 'The start has passed; please change it',
      },
      PERIOD_EMPTY: {
        missing: 'It must end after it starts, and sign-up must close after it opens',
      },
      SIGN_UP_AFTER_END: {
        done: 'The times of sign-up fit those of the activity',
        missing: 'Sign-up cannot close after the activity has ended',
      },
      TIME_ZONE_UNKNOWN: {
        missing: 'There is no such time zone; please choose another',
      },
      SIGN_UP_CLOSED: {
        done: 'People can sign up once it is published',
        missing: 'Sign-up is closed already, so nobody could sign up',
      },
      PLACE_MISSING: {
        done: 'The place is given',
        missing: 'It is not said where it takes place; if it is held online, say “online”',
      },
      DESCRIPTION_MISSING: {
        done: 'It is described',
        missing: 'There is no description yet',
      },
      SEATS_MISSING: {
        done: 'There are seats',
        missing: 'There are no seats yet, and without any it cannot be published; please add some',
      },
      COMPANIONS_MISSING: {
        done: 'Children can come along; their age bands are asked for at sign-up',
        missing: 'Nobody may bring companions, so no child can come',
      },
      INVITATION_OPEN: {
        missing: '{{party}} has not answered the invitation, and cannot join after publishing',
      },
      AGREEMENT_REQUIRED: {
        done: 'The agreement is signed by every host and in force',
      },
      AGREEMENT_NOT_PROPOSED: {
        missing: 'With co-hosts an agreement must be written and signed by all',
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
    title: 'Hold it again',
    hint: 'Makes a new draft with the same plan and seats; registrations, attendance and the agreement stay here.',
    fromEarlier: 'Copy an earlier one',
    search: 'Find an activity of your union',
    newTitle: 'Name of the new activity',
    startsAt: 'New start',
    startsHint: 'About a year later on the same weekday if empty; all other times move with it',
    keepDay: 'On that very day, holiday or not',
    planned: 'Takes place {{time}}',
    plannedSignUp: 'Sign-up {{time}}',
    moved: {
      publicHoliday: '{{from}} is within the {{holiday}} holiday: the whole activity moves to {{to}}.',
      makeUpDay: '{{from}} is worked to make up for {{holiday}}: the whole activity moves to {{to}}.',
      dayOff: '{{from}} is a day off and the original was on a workday: the whole activity moves to {{to}}.',
      workingDay:
        '{{from}} is a workday and the original was on a day off: the whole activity moves to {{to}}.',
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
    unknown: 'The public holidays of {{year}} are not announced yet, so the day was not compared with them.',
    invite: 'To be invited anew: {{names}}.',
    loan: 'The place must be borrowed anew.',
    make: 'Make the new draft',
    notDone: 'It was not made',
    done: 'The new draft is made; please look it over',
    toInvite: 'Invite the co-hosts',
  },
};
