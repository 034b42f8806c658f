import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/front.js';

export const texts: Same<typeof chinese> = {
  front: {
    title: 'Activities and halls of every union, for everyone to use',
    what: 'See what is on without signing in. Sign in to take part, collect benefits, borrow a hall or reach your union.',
    join: 'Apply to join',
    figures: 'Our network',
    since: 'Activities and loans are counted since {{day}}.',
    figure: {
      unions: 'Unions',
      members: 'Members',
      activities: 'Activities held',
      attendances: 'Times people came',
      loans: 'Loans between unions',
    },
    allActivities: 'All upcoming activities',
    offered: 'For everybody',
    offer: { vacancies: 'Vacancies', benefits: 'Benefits of members', worksCalls: 'Calls for works' },
    offerFor: {
      vacancies: 'Checked by the union of the employer; nobody may take a fee',
      benefits: 'What members get from shops with their card',
      worksCalls: 'Photographs, writing, videos: send yours, and see what was awarded',
    },
    ways: 'New here?',
    way: {
      activate: 'Activate your account',
      join: 'Apply to join',
      found: 'Found a union at your company',
      verify: 'Check a certificate',
      matterStatus: 'Look up a matter',
    },
    wayFor: {
      activate: 'Your union has you on its list: choose a password and you are in',
      join: 'Whether or not your company has a union: a few fields to fill in',
      found: 'Your company has no union yet: apply for one here',
      verify: 'You were given a certificate or a letter: see whether it is genuine',
      matterStatus: 'You have a number and a code: see how far it is',
    },
  },
};
