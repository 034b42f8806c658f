import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '@gongxiang/domain';
import {
  checklist,
  type ChecklistItem,
  missingOf,
  type PreparedDraft,
  requireReady,
} from './checklist.model.js';

const activity: PreparedDraft['activity'] = {
  kind: 'sports',
  description: '双打为主',
  venue: '文体中心',
  resourceId: null,
  companionsMax: 0,
  startsAt: new Date('2026-12-05T09:00:00+08:00'),
  endsAt: new Date('2026-12-05T12:00:00+08:00'),
  signUpOpensAt: new Date('2026-11-20T09:00:00+08:00'),
  signUpClosesAt: new Date('2026-12-04T18:00:00+08:00'),
  timeZone: 'Asia/Shanghai',
};
const complete: PreparedDraft = {
  activity,
  seats: 40,
  agreement: [],
  invited: [],
  overdueTasks: [],
  now: new Date('2026-11-20T10:00:00+08:00'),
};

function draftWith(
  changes: Partial<PreparedDraft['activity']>,
  more: Partial<PreparedDraft> = {},
): PreparedDraft {
  return { ...complete, ...more, activity: { ...activity, ...changes } };
}

function open(draft: PreparedDraft): string[] {
  return checklist(draft)
    .filter(({ done }) => !done)
    .map(({ code, pointer, required }) => `${required ? 'needs' : 'better'} ${code} ${pointer}`);
}

function refusalOf(items: readonly ChecklistItem[]): DomainError | null {
  try {
    requireReady(items);
    return null;
  } catch (error) {
    return error as DomainError;
  }
}

const online = { venue: '线上' };
const past = new Date('2026-11-19T09:00:00+08:00');
const signed = { code: 'AGREEMENT_NOT_SIGNED', done: true, params: { party: '甲工会' } };
const unsigned = { code: 'AGREEMENT_NOT_SIGNED', done: false, params: { party: '乙工会' } };

describe('the checklist of a draft', () => {
  it.each<[string, PreparedDraft, string[]]>([
    ['nothing, where all is there', complete, []],
    ['nothing, where it is said to be online', draftWith(online), []],
    ['nothing, where a shared resource is the place', draftWith({ venue: null, resourceId: 'r' }), []],
    ['a start that is ahead', draftWith({ startsAt: past }), ['better START_PAST /startsAt']],
    [
      'a sign-up that closes by the end',
      draftWith({ signUpClosesAt: new Date('2026-12-05T12:00:01+08:00') }),
      ['better SIGN_UP_AFTER_END /signUpClosesAt'],
    ],
    [
      'a sign-up that opens before it closes',
      draftWith({ signUpOpensAt: activity.signUpClosesAt }),
      ['better PERIOD_EMPTY /signUpClosesAt'],
    ],
    [
      'a sign-up that is not over',
      draftWith({ signUpOpensAt: new Date(0), signUpClosesAt: past }),
      ['better SIGN_UP_CLOSED /signUpClosesAt'],
    ],
    ['a place', draftWith({ venue: null }), ['better PLACE_MISSING /venue']],
    ['a place that is more than a blank', draftWith({ venue: ' ' }), ['better PLACE_MISSING /venue']],
    ['a description', draftWith({ description: null }), ['better DESCRIPTION_MISSING /description']],
    ['seats', draftWith({}, { seats: 0 }), ['needs SEATS_MISSING /pools']],
    [
      'companions, where children are to come',
      draftWith({ kind: 'parentChild' }),
      ['better COMPANIONS_MISSING /companionsMax'],
    ],
    [
      'answers to its invitations',
      draftWith({}, { invited: ['丙工会'] }),
      ['better INVITATION_OPEN /coHosts'],
    ],
    [
      'each signature',
      draftWith({}, { agreement: [signed, unsigned] }),
      ['needs AGREEMENT_NOT_SIGNED /agreementId'],
    ],
  ])('asks for %s', (_what, draft, expected) => {
    expect(open(draft)).toEqual(expected);
  });

  it('ticks what is done, so that nobody wonders whether it was looked at', () => {
    const items = checklist(draftWith({ kind: 'parentChild', companionsMax: 2 }, { agreement: [signed] }));
    expect(items.every(({ done }) => done)).toBe(true);
    expect(items.map(({ code }) => code)).toEqual([
      'START_PAST',
      'SIGN_UP_AFTER_END',
      'SIGN_UP_CLOSED',
      'PLACE_MISSING',
      'DESCRIPTION_MISSING',
      'SEATS_MISSING',
      'COMPANIONS_MISSING',
      'AGREEMENT_NOT_SIGNED',
    ]);
  });
});

describe('publishing', () => {
  it('is refused with exactly the required items that are not done', () => {
    const items = checklist(draftWith({ venue: null }, { seats: 0, agreement: [signed, unsigned] }));
    expect(missingOf(items).map(({ code }) => code)).toEqual([
      'PLACE_MISSING',
      'SEATS_MISSING',
      'AGREEMENT_NOT_SIGNED',
    ]);
    expect(refusalOf(items)).toMatchObject({
      code: 'AGREEMENT_REQUIRED',
      errors: [
        { pointer: '/pools', code: 'SEATS_MISSING', params: {} },
        { pointer: '/agreementId', code: 'AGREEMENT_NOT_SIGNED', params: { party: '乙工会' } },
      ],
    });
  });

  it('is refused without seats: whoever came would find it full', () => {
    expect(refusalOf(checklist(draftWith({}, { seats: 0, agreement: [signed] })))).toMatchObject({
      code: 'SEATS_MISSING',
      errors: [{ pointer: '/pools', code: 'SEATS_MISSING' }],
    });
  });

  it('is not held up by advice', () => {
    expect(
      refusalOf(
        checklist(draftWith({ kind: 'parentChild', venue: null, startsAt: past }, { invited: ['丙工会'] })),
      ),
    ).toBeNull();
  });
});
