import { describe, expect, it } from '@jest/globals';
import { nounsTouchedBy } from './query-keys.js';

describe('what a hint makes a page ask for again', () => {
  it.each([
    ['an activity', 'activity', ['activity', 'activitySeries', 'pool', 'registration', 'proposal']],
    ['an agreement', 'agreement', ['agreement', 'activity', 'activityTask']],
    ['seats', 'pool', ['pool', 'registration', 'activity']],
    ['an invitation', 'coHost', ['coHost', 'activity']],
    ['the door', 'attendance', ['attendance']],
    ['a cost pool', 'costPool', ['costPool', 'entry', 'account', 'statement']],
    ['a share', 'confirmation', ['confirmation', 'dispute']],
    ['a dispute', 'dispute', ['dispute', 'confirmation']],
    ['a netting run', 'nettingRun', ['nettingRun', 'payment', 'entry', 'account', 'statement']],
    ['a payment', 'payment', ['payment', 'entry', 'account', 'statement']],
    ['what nothing else hangs on', 'intake', ['intake']],
  ])('of %s', (_what, resource, nouns) => {
    expect(nounsTouchedBy(resource)).toEqual(nouns);
  });
});
