import { describe, expect, it } from '@jest/globals';
import { isAbout, nounsToReadAgain } from './nouns.js';

describe('what a hint makes a page ask for again', () => {
  it.each([
    ['an activity', 'activity', ['activity', 'activitySeries', 'pool', 'registration', 'proposal']],
    ['an agreement', 'agreement', ['agreement', 'activity', 'activityTask']],
    ['seats', 'pool', ['pool', 'registration', 'activity']],
    ['a registration', 'registration', ['registration', 'activity', 'pool', 'coupon', 'family']],
    ['an invitation', 'coHost', ['coHost', 'activity', 'agreement', 'activityTask', 'pool']],
    ['a cost pool', 'costPool', ['costPool', 'entry', 'account', 'statement']],
    ['a share', 'confirmation', ['confirmation', 'dispute']],
    ['a dispute', 'dispute', ['dispute', 'confirmation', 'costPool']],
    ['a netting run', 'nettingRun', ['nettingRun', 'payment', 'entry', 'account', 'statement']],
    ['a payment', 'payment', ['payment', 'entry', 'account', 'statement']],
    ['the door, on which nothing else hangs', 'attendance', ['attendance']],
  ])('of %s', (_what, resource, nouns) => {
    expect(nounsToReadAgain(resource)).toEqual(nouns);
  });
});

describe('a hint that one loan has changed', () => {
  it.each([
    ['what was read of it', ['loan', '/loans/{loanId}', { loanId: '1' }], true],
    ['what was read of another', ['loan', '/loans/{loanId}', { loanId: '2' }], false],
    ['a list of loans', ['loan', '/loans', { role: 'owner' }, 'pages'], true],
    ['the piece that another loan holds', ['piece', '/loans/{loanId}/pieces', { loanId: '2' }], true],
    ['a key of a form of its own', ['loan', 'desk', 'owner'], true],
  ])('makes %s be read again: %#', (_what, queryKey, expected) => {
    expect(isAbout(queryKey, 'loan', '1')).toBe(expected);
  });
});

it('a hint about an entry makes others be read again too: it may reverse one of them', () => {
  expect(isAbout(['entry', '/ledger/entries/{entryId}', { entryId: '2' }], 'entry', '1')).toBe(true);
});
