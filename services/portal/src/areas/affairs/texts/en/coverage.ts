import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/coverage.js';

export const texts: Same<typeof chinese> = {
  coverage: {
    title: 'Cover of the year',
    hint: 'How many people were reached in a year, by matters that were decided; each person counts once. So that nobody is singled out, numbers are rounded down to fives, and fewer than five are not shown. With all unions below.',
    whom: 'Whom',
    kind: {
      everybody: 'Services for all',
      women: 'Women',
      posted: 'Those who work elsewhere',
      hardship: 'Those in hardship',
      season: 'In winter and in summer heat',
      retired: 'Those who retire',
    },
    reached: 'Reached',
    fewerThanFive: 'Fewer than 5',
    atLeast: '{{number}} or more',
    audience: 'Of',
    notStated: 'Not stated',
    noneThere: 'None yet',
    share: 'Cover',
    source: 'Source',
    union: 'Union',
    whyFew:
      'Figures under five are not shown, so that nobody is recognised by them; they appear from five on.',
    sourceIs: { counted: 'Counted members', stated: 'Stated by the union' },
    growth: 'Reached by the end of each month',
    month: 'Month {{month, number}}',
    below: 'Unions below',
    stateTitle: 'How many there are at this union in {{year}}',
    stateHint:
      'Members are counted for services for all, for winter and summer, and for those who retire. How many women, people who work elsewhere and people in hardship there are, the union states. What is stated goes before what is counted.',
    people: 'People',
    peopleHint: 'Leave it empty to take back what was stated.',
    peopleInvalid: 'Enter a whole number from 0 on',
    state: 'State it',
    notStatedNow: 'Could not be recorded',
    serviceHint: 'What was done by this service can count for the cover of the year.',
    countsFor: 'Counts for',
    countsForNone: 'None',
    countingOutcomes: 'Outcomes with which someone was reached',
  },
};
