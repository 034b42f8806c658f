import { describe, expect, it } from '@jest/globals';
import {
  type Attempt,
  failuresLeft,
  type Scope,
  secondsLeft,
  slowDownMs,
  waitSeconds,
} from './sign-in-guard.model.js';

const start = new Date('2026-11-20T09:00:00+08:00');
const later = (seconds: number): Date => new Date(start.getTime() + seconds * 1_000);
const failed = (scope: Scope, failures: number): Attempt => ({ scope, failures, lastAt: start });

describe('the slowing of failed sign-ins', () => {
  it.each<[Scope, number, number]>([
    ['accountFromNetwork', 0, 0],
    ['accountFromNetwork', 4, 0],
    ['accountFromNetwork', 5, 1], // 2^0
    ['accountFromNetwork', 6, 2], // 2^1
    ['accountFromNetwork', 10, 32], // 2^5
    ['accountFromNetwork', 15, 900], // 2^10 = 1024, above the limit
    ['accountFromNetwork', 4_000, 900],
    ['account', 10, 0],
    ['account', 11, 1],
    ['account', 21, 900], // 2^10 = 1024, above the limit
    ['network', 20, 0],
    ['network', 21, 1],
    ['network', 26, 32], // 2^5
    ['network', 27, 60], // 2^6 = 64, above the limit
  ])('%s: after %i failures the next try waits %i s', (scope, failures, seconds) => {
    expect(waitSeconds(scope, failures)).toBe(seconds);
  });

  it.each<[Scope, number, number, number]>([
    ['accountFromNetwork', 7, 3_599, 7],
    ['accountFromNetwork', 7, 7_200, 5], // 7 − 7,200 / 3,600
    ['account', 12, 1_800, 10], // 12 − 1,800 / 900
    ['network', 25, 300, 20], // 25 − 300 / 60
    ['network', 25, 86_400, 0],
  ])('%s: of %i failures %i s later %i are left', (scope, failures, seconds, left) => {
    expect(failuresLeft(failed(scope, failures), later(seconds))).toBe(left);
  });

  it('E124: tells how many whole seconds are left, of the longest wait', () => {
    const attempts = [failed('accountFromNetwork', 7), failed('account', 12)];
    expect(secondsLeft(attempts, later(1.5), false)).toBe(3); // 4 s − 1.5 s = 2.5 s, rounded up
    expect(secondsLeft(attempts, later(4), false)).toBe(0);
    expect(secondsLeft([], start, false)).toBe(0);
  });

  it('E124: does not hold up a person at home for what strangers do, but for their own failures', () => {
    expect(secondsLeft([failed('account', 40), failed('network', 40)], start, true)).toBe(0);
    expect(secondsLeft([failed('account', 40), failed('accountFromNetwork', 6)], start, true)).toBe(2);
  });

  it.each<[Attempt[], number]>([
    [[failed('account', 10), failed('network', 20)], 0],
    [[failed('account', 15), failed('network', 22)], 500], // (15 − 10) · 100, above (22 − 20) · 100
    [[failed('account', 1_000)], 2_000],
    [[failed('accountFromNetwork', 1_000)], 0],
  ])('%j delay by %i ms', (attempts, ms) => {
    expect(slowDownMs(attempts, start)).toBe(ms);
  });
});
