import { describe, expect, it } from '@jest/globals';
import { noticeOfStep, type Step } from './notice-step.model.js';

const own = 'own';

describe('what a person is told of their registration', () => {
  it.each<[string, Step['before'], Step['after'], string | null, ReturnType<typeof noticeOfStep>]>([
    ['their own sign-up', null, 'confirmed', own, null],
    ['their own place in the line', null, 'waitlisted', own, null],
    ['a sign-up by an officer', null, 'confirmed', 'officer', 'signedUp'],
    ['a place in the line by an officer', null, 'waitlisted', 'officer', 'signedUp'],
    ['a seat after waiting', 'waitlisted', 'confirmed', 'another who left', 'seatGiven'],
    ['a seat that time has made free', 'waitlisted', 'confirmed', null, 'seatGiven'],
    ['an offer, which is told as what it waits for', 'waitlisted', 'held', null, null],
    ['an offer accepted', 'held', 'confirmed', own, null],
    ['an offer that ran out', 'held', 'expired', null, 'offerExpired'],
    ['E14: a pool that was lowered', 'confirmed', 'waitlisted', 'officer', 'seatWithdrawn'],
    ['a line that moved to another pool', 'waitlisted', 'waitlisted', null, null],
    ['their own cancellation', 'confirmed', 'cancelled', own, null],
    ['a cancellation by an officer', 'waitlisted', 'cancelled', 'officer', 'registrationCancelled'],
    ['a membership that ended', 'held', 'cancelled', null, 'registrationCancelled'],
    ['companions given back', 'confirmed', 'confirmed', own, null],
  ])('%s', (_what, before, after, byPersonId, kind) => {
    expect(noticeOfStep({ before, after, personId: own, byPersonId, isDrawn: false, hasMoved: false })).toBe(
      kind,
    );
  });

  it.each<[string, Step['before'], Step['after'], ReturnType<typeof noticeOfStep>]>([
    ['a seat that was drawn', 'waitlisted', 'confirmed', 'drawWon'],
    ['a drawn seat to be accepted, which is told as what it waits for', 'waitlisted', 'held', null],
    ['a place behind those who were drawn', null, 'waitlisted', null],
  ])('%s', (_what, before, after, kind) => {
    expect(
      noticeOfStep({ before, after, personId: own, byPersonId: null, isDrawn: true, hasMoved: false }),
    ).toBe(kind);
  });

  it.each<[string, Step['before'], Step['after'], ReturnType<typeof noticeOfStep>]>([
    ['a seat that is not for where they belong now', 'confirmed', 'waitlisted', 'seatMoved'],
    ['an offer of such a seat', 'held', 'waitlisted', 'seatMoved'],
    ['a seat in the pool of where they belong now', 'confirmed', 'confirmed', null],
    ['a place in another line', 'waitlisted', 'waitlisted', null],
  ])('%s', (_what, before, after, kind) => {
    expect(
      noticeOfStep({ before, after, personId: own, byPersonId: null, isDrawn: false, hasMoved: true }),
    ).toBe(kind);
  });
});
