import { describe, expect, it } from '@jest/globals';
import { judgeScan, type Scan } from './judge-scan.js';

const gate = { isOpen: true, mayAdmitWalkIns: true };
const ticket: Scan = {
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

describe('what the rule says of a scan', () => {
  it.each<[string, Scan, string, string | null, number]>([
    ['a ticket for three', ticket, 'checkedIn', null, 3],
    ['two of three', { ...ticket, heads: 2 }, 'checkedIn', null, 2],
    ['four of three', { ...ticket, heads: 4 }, 'refused', 'HEADS_ABOVE_REGISTERED', 4],
    ['somebody inside', { ...ticket, isPresent: true }, 'already', 'ALREADY_CHECKED_IN', 0],
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
