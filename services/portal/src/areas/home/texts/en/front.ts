import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/front.js';

export const texts: Same<typeof chinese> = {
  front: {
    title: 'Activities and venues of every union, shared by all',
    what: 'See what is on without signing in. Sign in to take part, claim benefits, borrow venues or contact a union.',
    join: 'Apply to join',
    figures: 'Our network',
    since: 'Activities and loans are totals since {{day}}.',
    figure: {
      unions: 'Unions',
      members: 'Members',
      activities: 'Activities held',
      attendances: 'Attendances',
      loans: 'Loans between unions',
    },
    allActivities: 'All upcoming activities',
    offered: 'Open to everyone',
    offer: { vacancies: 'Vacancies', benefits: 'Member benefits', worksCalls: 'Calls for works' },
    offerFor: {
      vacancies: 'Verified by the employer’s union; no fees of any kind',
      benefits: 'What members get from local businesses with their card',
      worksCalls: 'Photos, essays, videos: send in yours and see the winners',
    },
    ways: 'New here?',
    way: {
      activate: 'Activate your account',
      join: 'Apply to join',
      found: 'Set up a union at your company',
      verify: 'Verify a certificate',
      matterStatus: 'Track a case',
    },
    wayFor: {
      activate: 'Already on your union’s list? Just set a password to get started',
      join: 'With or without a union at your company: just fill in a few fields',
      found: 'No union at your company yet? Apply to set one up here',
      verify: 'Received a certificate or letter? Check that it is genuine',
      matterStatus: 'Use your case number and lookup code to see how far it has got',
    },
  },
};
