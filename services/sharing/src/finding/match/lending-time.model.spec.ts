import { describe, expect, it } from '@jest/globals';
import { alwaysOpen, type OpeningHours } from '../../lending/resource/opening-hours.model.js';
import type { Supply } from '../../lending/resource/supply.model.js';
import { firstTime, soughtOf } from './lending-time.model.js';

const at = (day: number, time: string): Date =>
  new Date(`2026-12-${String(day).padStart(2, '0')}T${time}:00+08:00`);
/** The 9th is a Wednesday. */
const workdays: OpeningHours = {
  ...alwaysOpen,
  weekly: (['MO', 'TU', 'WE', 'TH', 'FR'] as const).map((weekday) => ({
    weekday,
    from: '09:00',
    to: '17:00',
  })),
};
const span = (start: Date, end: Date, minutes: number) => ({ start, end, minutes });

/** Twenty, of which fifteen are out until noon of the 9th, and all of them until 14:00. */
const stock: Supply['steps'] = [
  { start: at(9, '00:00'), end: at(9, '12:00'), free: 5 },
  { start: at(9, '12:00'), end: at(9, '14:00'), free: 0 },
  { start: at(9, '14:00'), end: at(16, '00:00'), free: 20 },
];

describe('the first time at which something may be borrowed', () => {
  const day = span(at(9, '08:00'), at(9, '20:00'), 120);
  const overnightHours = { ...workdays, overnight: true };
  it.each([
    ['E46: few of many are left early', { steps: stock, hours: alwaysOpen }, day, 5, at(9, '08:00')],
    ['more are left later', { steps: stock, hours: alwaysOpen }, day, 6, at(9, '14:00')],
    ['more than there are', { steps: stock, hours: alwaysOpen }, day, 21, null],
    ['once it opens', { steps: stock, hours: workdays }, day, 5, at(9, '09:00')],
    ['before it closes', { steps: stock, hours: workdays }, { ...day, minutes: 240 }, 6, null],
    ['know-how at once', { steps: null, hours: alwaysOpen }, day, 9, at(9, '08:00')],
    [
      'kept overnight',
      { steps: stock, hours: overnightHours },
      span(at(9, '08:00'), at(11, '20:00'), 1440),
      6,
      at(9, '14:00'),
    ],
    // Three days and an hour from then on, or from the next morning, would end at the weekend.
    [
      'E51: back while it is open',
      { steps: stock, hours: overnightHours },
      span(at(9, '08:00'), at(16, '20:00'), 4380),
      6,
      at(11, '09:00'),
    ],
    [
      'not back in time',
      { steps: stock, hours: overnightHours },
      span(at(9, '08:00'), at(13, '20:00'), 4380),
      6,
      null,
    ],
  ] as const)('%s', (_name, supply, wanted, quantity, expected) => {
    expect(firstTime(supply, wanted, quantity)?.start ?? null).toEqual(expected);
  });

  it.each([
    [{ quantity: 30 }, { pieces: 200 }, 30],
    [{ quantity: 30 }, { pieces: 20 }, 20], // an insufficient number is reported separately
    [{ quantity: null }, { pieces: 20 }, 1],
    [{}, { pieces: null }, 1],
    [{ quantity: 2 }, { pieces: 0 }, 1], // nothing of a resource without pieces is free
  ])('of %p of %p %d are looked for', (want, offer, expected) => {
    expect(soughtOf(want, offer)).toBe(expected);
  });
});
