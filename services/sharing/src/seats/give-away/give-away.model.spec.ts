import type { CouponState } from '@gongxiang/contracts/sharing/seats/coupon.contract';
import type { RedemptionResult } from '@gongxiang/contracts/sharing/seats/redeeming.contract';
import { describe, expect, it } from '@jest/globals';
import { newCouponCode, hashOfCode } from './coupon-code.js';
import {
  judgeRedemption,
  remindAt,
  requireUndoable,
  requireWindow,
  type Scanned,
  undoUntil,
} from './give-away.model.js';

const at = (text: string): Date => new Date(`2026-12-${text}Z`);
const window = { redeemFrom: at('01T01:00:00'), redeemUntil: at('20T14:00:00') };
const inside = at('05T04:00:00');
const good: Scanned = { couponState: 'issued', hasSeat: true, isCancelled: false, window };

const scans: readonly [string, Partial<Scanned>, Date, RedemptionResult][] = [
  ['a coupon that holds, in time', {}, inside, 'redeemed'],
  ['one at the first moment', {}, window.redeemFrom, 'redeemed'],
  ['one a moment before', {}, at('01T00:59:59.999'), 'notYet'],
  ['one at the last moment', {}, at('20T13:59:59.999'), 'redeemed'],
  ['one at the end', {}, window.redeemUntil, 'over'],
  ['a code of no coupon', { couponState: null, hasSeat: false }, inside, 'unknown'],
  ['a code of no coupon after the end', { couponState: null }, at('21T00:00:00'), 'unknown'],
  ['one that was redeemed', { couponState: 'redeemed' }, inside, 'already'],
  ['one that was redeemed, after the end', { couponState: 'redeemed' }, at('21T00:00:00'), 'already'],
  [
    'one that was redeemed, of an activity that was cancelled since',
    redeemedAndCancelled(),
    inside,
    'already',
  ],
  ['one that is void', { couponState: 'void' }, inside, 'void'],
  ['one whose seat was given back a moment ago', { hasSeat: false }, inside, 'void'],
  ['one of a cancelled activity', { isCancelled: true }, inside, 'void'],
  ['a void one before the time', { couponState: 'void' }, at('01T00:00:00'), 'void'],
];

function redeemedAndCancelled(): Partial<Scanned> {
  return { couponState: 'redeemed' satisfies CouponState, isCancelled: true };
}

describe('a scan at a counter', () => {
  it.each(scans)('of %s', (_what, changes, now, expected) => {
    expect(judgeRedemption({ ...good, ...changes }, now)).toBe(expected);
  });
});

describe('the window of redeeming', () => {
  it('ends after it begins, and later than now', () => {
    expect(() => requireWindow(window, inside)).not.toThrow();
    expect(() => requireWindow({ ...window, redeemUntil: window.redeemFrom }, inside)).toThrow(
      'PERIOD_EMPTY',
    );
    expect(() => requireWindow(window, window.redeemUntil)).toThrow('REDEEMING_ENDED');
    expect(() => requireWindow({ redeemFrom: new Date(NaN), redeemUntil: inside }, inside)).toThrow();
  });
});

describe('a counter', () => {
  it('takes back for ten minutes what it has redeemed', () => {
    // 04:00 + 10 minutes
    expect(undoUntil(inside)).toEqual(at('05T04:10:00'));
    expect(() => requireUndoable(inside, at('05T04:09:59.999'))).not.toThrow();
    expect(() => requireUndoable(inside, at('05T04:10:00'))).toThrow('UNDO_TOO_LATE');
  });
});

describe('the reminder', () => {
  it.each([
    ['two days before the end', window, inside, at('18T14:00:00')],
    ['not at all where that moment has passed', window, at('18T14:00:00'), null],
    [
      'not at all where redeeming has not begun by then',
      { redeemFrom: at('19T00:00:00'), redeemUntil: at('20T14:00:00') },
      inside,
      null,
    ],
  ])('goes %s', (_when, times, now, expected) => {
    expect(remindAt(times, now)).toEqual(expected);
  });
});

describe('the code of a coupon', () => {
  it('has 26 signs of 32, which are 130 bits, and is another each time', () => {
    const codes = Array.from({ length: 200 }, newCouponCode);
    expect(codes.filter((code) => !/^[0-9A-HJKMNP-TV-Z]{26}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(200);
    expect(new Set(codes.join('')).size).toBe(32);
  });

  it('is found however it was typed', () => {
    expect(hashOfCode('7k2m-9qxr 41td')).toBe(hashOfCode('7K2M9QXR41TD'));
    expect(hashOfCode('7K2M9QXR41TE')).not.toBe(hashOfCode('7K2M9QXR41TD'));
  });
});
