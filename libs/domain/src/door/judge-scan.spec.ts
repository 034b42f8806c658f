import { describe, expect, it } from '@jest/globals';
import { judgeScan, type Scan } from './judge-scan.js';
import { afterMovement, type Movement, nobodyCame, type Presence } from './movement.js';

const gate = { isOpen: true, mayAdmitWalkIns: true };
const ticket: Scan = {
  direction: 'in',
  came: 0,
  away: 0,
  heads: null,
  walkIn: false,
  confirmed: false,
  turnedAway: false,
  targets: 1,
  registration: { state: 'confirmed', heads: 3 },
  namesPerson: false,
  personKnown: true,
  isPresent: false,
};
const stranger: Scan = { ...ticket, registration: null, namesPerson: true };

const leaving: Scan = { ...ticket, direction: 'out', isPresent: true, came: 3, away: 0 };

describe('what the rule says of whoever leaves or comes back', () => {
  it.each<[string, Scan, string, string | null, number]>([
    ['all three', leaving, 'checkedOut', null, 3],
    ['one of three', { ...leaving, heads: 1 }, 'checkedOut', null, 1],
    ['the two who are left', { ...leaving, away: 1 }, 'checkedOut', null, 2],
    ['more than are inside', { ...leaving, away: 1, heads: 3 }, 'refused', 'HEADS_ABOVE_INSIDE', 3],
    ['somebody who has left', { ...leaving, away: 3 }, 'already', 'ALREADY_LEFT', 0],
    [
      'E31: somebody who never came in',
      { ...leaving, isPresent: false, came: 0 },
      'refused',
      'NOT_CHECKED_IN',
      0,
    ],
    [
      'E31: a member who never signed up nor came',
      { ...leaving, isPresent: false, came: 0, registration: null, namesPerson: true },
      'refused',
      'NOT_CHECKED_IN',
      0,
    ],
    [
      'a code that is not known',
      { ...leaving, isPresent: false, came: 0, registration: null },
      'refused',
      'REGISTRATION_UNKNOWN',
      0,
    ],
    [
      'E31: somebody let in against the rule',
      { ...leaving, isPresent: false, came: 1 },
      'checkedOut',
      null,
      1,
    ],
    ['whoever the door sent away meanwhile', { ...leaving, turnedAway: true }, 'checkedOut', null, 3],
    ['all who come back', { ...leaving, direction: 'in', away: 3 }, 'cameBack', null, 3],
    ['one of three who comes back', { ...leaving, direction: 'in', away: 3, heads: 1 }, 'cameBack', null, 1],
    [
      'more who come back than left',
      { ...leaving, direction: 'in', away: 1, heads: 2 },
      'refused',
      'HEADS_ABOVE_AWAY',
      2,
    ],
    [
      'E31: somebody on the way back whom the door sent away',
      { ...leaving, direction: 'in', away: 3, turnedAway: true },
      'refused',
      'TURNED_AWAY',
      3,
    ],
    [
      'somebody on the way back whose registration was cancelled since',
      { ...leaving, direction: 'in', away: 3, registration: { state: 'cancelled', heads: 3 } },
      'cameBack',
      null,
      3,
    ],
  ])('of %s', (_name, scan, result, code, heads) => {
    expect(judgeScan(scan, gate)).toEqual({ result, code, heads, walkIn: false });
  });

  it('takes nothing after the close', () => {
    expect(judgeScan(leaving, { ...gate, isOpen: false }).code).toBe('ACTIVITY_NOT_OPEN');
  });
});

describe('where people are after a movement', () => {
  it.each<[string, Presence, Movement, number]>([
    ['all leave', { came: 3, away: 0 }, { direction: 'out', heads: 0 }, 3],
    ['one leaves', { came: 3, away: 0 }, { direction: 'out', heads: 1 }, 1],
    ['E29: scanned out twice', { came: 3, away: 2 }, { direction: 'out', heads: 2 }, 3], // never more than came
    ['all are back', { came: 3, away: 3 }, { direction: 'in', heads: 0 }, 0],
    ['one is back', { came: 3, away: 3 }, { direction: 'in', heads: 1 }, 2],
    ['E29: scanned in twice', { came: 3, away: 0 }, { direction: 'in', heads: 3 }, 0],
    ['nobody came', nobodyCame, { direction: 'out', heads: 2 }, 0],
  ])('%s', (_name, before, movement, away) => {
    expect(afterMovement(before, movement)).toEqual({ came: before.came, away });
  });
});

describe('what the rule says of a scan', () => {
  it.each<[string, Scan, string, string | null, number]>([
    ['a ticket for three', ticket, 'checkedIn', null, 3],
    ['two of three', { ...ticket, heads: 2 }, 'checkedIn', null, 2],
    ['four of three', { ...ticket, heads: 4 }, 'refused', 'HEADS_ABOVE_REGISTERED', 4],
    ['somebody inside', { ...ticket, isPresent: true, came: 3 }, 'already', 'ALREADY_CHECKED_IN', 0],
    [
      'E31: a cancelled ticket',
      { ...ticket, registration: { state: 'cancelled', heads: 2 } },
      'refused',
      'REGISTRATION_CANCELLED',
      2,
    ],
    [
      'somebody who waits',
      { ...ticket, registration: { state: 'waitlisted', heads: 1 } },
      'refused',
      'REGISTRATION_WAITLISTED',
      1,
    ],
    [
      'E24: somebody whose offer ran out',
      { ...ticket, registration: { state: 'expired', heads: 1 } },
      'refused',
      'OFFER_EXPIRED',
      1,
    ],
    ['a code that is not known', { ...ticket, registration: null }, 'refused', 'REGISTRATION_UNKNOWN', 1],
    ['code and registration together', { ...ticket, targets: 2 }, 'refused', 'CHECK_IN_TARGET', 3],
    ['E34: a stranger', stranger, 'refused', 'REGISTRATION_UNKNOWN', 1],
    [
      'E34: a walk-in nobody has confirmed',
      { ...stranger, walkIn: true },
      'refused',
      'WALK_IN_NOT_CONFIRMED',
      1,
    ],
    ['E34: a confirmed walk-in', { ...stranger, walkIn: true, confirmed: true }, 'checkedIn', null, 1],
    [
      'a walk-in who has a seat after all',
      { ...ticket, namesPerson: true, walkIn: true },
      'checkedIn',
      null,
      3,
    ],
    [
      'E34: somebody who waits and walks in',
      { ...ticket, registration: { state: 'waitlisted', heads: 2 }, walkIn: true, confirmed: true },
      'checkedIn',
      null,
      1,
    ],
    [
      'E34: a walk-in who names a code that is not known',
      { ...ticket, registration: null, walkIn: true, confirmed: true },
      'refused',
      'REGISTRATION_UNKNOWN',
      1,
    ],
    [
      'E31: a ticket whose holder the door sent away',
      { ...ticket, turnedAway: true },
      'refused',
      'TURNED_AWAY',
      3,
    ],
    [
      'E31: a cancelled ticket whose holder the door sent away',
      { ...ticket, registration: { state: 'cancelled', heads: 2 }, turnedAway: true },
      'refused',
      'REGISTRATION_CANCELLED',
      2,
    ],
  ])('of %s', (_name, scan, result, code, heads) => {
    expect(judgeScan(scan, gate)).toMatchObject({ result, code, heads });
  });

  it('marks as walk-in only who has no seat', () => {
    expect(judgeScan({ ...stranger, walkIn: true, confirmed: true }, gate).walkIn).toBe(true);
    expect(judgeScan({ ...ticket, namesPerson: true, walkIn: true }, gate).walkIn).toBe(false);
  });

  it('E34: lets in no walk-in for whoever may not', () => {
    const verdict = judgeScan(
      { ...stranger, walkIn: true, confirmed: true },
      { ...gate, mayAdmitWalkIns: false },
    );
    expect(verdict.code).toBe('WALK_IN_NOT_PERMITTED');
  });

  it('takes nothing before publication and after the close', () => {
    expect(judgeScan(ticket, { ...gate, isOpen: false }).code).toBe('ACTIVITY_NOT_OPEN');
  });
});
