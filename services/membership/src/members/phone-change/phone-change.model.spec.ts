import { describe, expect, it } from '@jest/globals';
import {
  phoneChangeStates,
  type PhoneChangeState,
} from '@gongxiang/contracts/membership/members/phone-change.contract';
import { DomainError } from '@gongxiang/domain';
import {
  awaitsOfPhoneChange,
  dueStep,
  judgeCodes,
  nextPhoneState,
  type PhoneChangeStep,
  stopLinkOf,
} from './phone-change.model.js';

const now = new Date('2026-11-25T09:00:00Z');
const earlier = new Date('2026-11-25T08:59:59Z');
const later = new Date('2026-11-25T09:00:01Z');

describe('a change of phone', () => {
  const table: readonly (readonly [PhoneChangeStep, Partial<Record<PhoneChangeState, PhoneChangeState>>])[] =
    [
      ['wait', { asked: 'waiting' }],
      ['apply', { asked: 'applied', waiting: 'applied' }],
      ['stop', { waiting: 'stopped' }],
      ['withdraw', { asked: 'withdrawn', waiting: 'withdrawn' }],
      ['lapse', { asked: 'lapsed' }],
    ];

  it.each(table)('takes the step %s from the states of the table alone', (step, allowed) => {
    for (const state of phoneChangeStates) {
      const next = allowed[state];
      if (next === undefined) expect(() => nextPhoneState(state, step)).toThrow(DomainError);
      else expect(nextPhoneState(state, step)).toBe(next);
    }
  });

  it.each([
    ['asked', later, null, null],
    ['asked', now, null, 'lapse'],
    ['waiting', earlier, later, null],
    ['waiting', earlier, now, 'apply'],
    ['stopped', earlier, earlier, null],
    ['applied', earlier, earlier, null],
  ] as const)('in the state %s comes to its time', (state, codesUntil, effectiveAt, step) => {
    expect(dueStep({ state, codesUntil, effectiveAt }, now)).toBe(step);
  });

  const asked = {
    state: 'asked',
    codesUntil: later,
    effectiveAt: null,
    tries: 0,
    newCodeHash: 'new',
    oldCodeHash: 'old',
  } as const;

  it.each([
    ['both codes: at once', asked, 'new', 'old', 'apply'],
    ['the new one alone: waits', asked, 'new', null, 'wait'],
    ['no old phone: at once', { ...asked, oldCodeHash: null }, 'new', null, 'apply'],
    ['a wrong new one', asked, 'other', 'old', 'newWrong'],
    ['a wrong old one does not count as none', asked, 'new', 'other', 'oldWrong'],
    ['four wrong ones before', { ...asked, tries: 4 }, 'new', 'old', 'apply'],
    ['five wrong ones before', { ...asked, tries: 5 }, 'new', 'old', 'over'],
    ['too late', { ...asked, codesUntil: now }, 'new', 'old', 'over'],
    ['withdrawn', { ...asked, state: 'withdrawn' }, 'new', 'old', 'over'],
  ] as const)('judges codes: %s', (_case, change, newCodeHash, oldCodeHash, verdict) => {
    expect(judgeCodes(change, { newCodeHash, oldCodeHash }, now)).toBe(verdict);
  });

  it.each(phoneChangeStates)(
    'in the state %s is shown to its person as long as they can stop it',
    (state) => {
      const told = awaitsOfPhoneChange({ id: 'change-1', state, personId: 'person-1', effectiveAt: later });
      const whom = { personIds: ['person-1'], kind: 'phoneChangeWaiting', why: 'aboutYou' };
      const values = { at: later.toISOString() };
      const expected = { ...whom, about: { phoneChangeId: 'change-1' }, values, dueAt: later };
      expect(told).toEqual(state === 'waiting' ? [expected] : []);
    },
  );

  it('is stopped by a link to the portal', () => {
    expect(stopLinkOf('https://union.example/', 'abc')).toBe('https://union.example/stop-phone-change/abc');
    expect(stopLinkOf(undefined, 'abc')).toBe('/stop-phone-change/abc');
  });
});
