import { describe, expect, it } from '@jest/globals';
import { availabilityWindow, checkCoordinates, managedBy, occupied, stockOf } from './resource.model.js';

describe('a resource', () => {
  it('is kept by the officers of its union, the representatives of its owner, and the person whose own it is', () => {
    expect(managedBy({ ownerKind: 'union', ownerId: 'u' }, '1.4.')).toEqual({
      paths: ['1.4.'],
      visible: true,
      matters: [],
    });
    expect(managedBy({ ownerKind: 'club', ownerId: 'c' }, '1.4.')).toEqual({
      paths: ['1.4.'],
      visible: true,
      matters: [{ kind: 'club', id: 'c' }],
    });
    expect(managedBy({ ownerKind: 'person', ownerId: 'p' }, '1.4.')).toMatchObject({ personId: 'p' });
  });

  it.each([
    [30.5, null, '/longitude'],
    [null, 114.3, '/latitude'],
  ])('has both coordinates or none: %s, %s', (latitude, longitude, pointer) => {
    expect(() => checkCoordinates({ latitude, longitude })).toThrow(
      expect.objectContaining({
        errors: [expect.objectContaining({ pointer, code: 'COORDINATES_INCOMPLETE' })],
      }),
    );
  });

  it('lies anywhere, also on the equator', () => {
    expect(() => checkCoordinates({ latitude: 0, longitude: 0 })).not.toThrow();
    expect(() => checkCoordinates({ latitude: null, longitude: null })).not.toThrow();
  });

  it.each([
    ['2027-06-01T00:00:00Z', '2028-06-01T00:00:00Z', null], // a year with a leap day: 366 days
    ['2027-06-01T00:00:00Z', '2028-06-01T00:00:00.001Z', 'AVAILABILITY_TOO_LONG'],
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'PERIOD_EMPTY'],
  ])('is looked at from %s to %s: %s', (from, to, code) => {
    const look = () => availabilityWindow(from, to);
    if (code === null) expect(look).not.toThrow();
    else expect(look).toThrow(code);
  });
});

describe('the time that a loan takes', () => {
  const at = (time: string): Date => new Date(`2026-12-01T${time}:00Z`);
  const loan = { start: at('10:00'), end: at('12:00') };
  const buffers = (setupMinutes: number, turnaroundMinutes: number) => ({ setupMinutes, turnaroundMinutes });

  it.each([
    [[buffers(0, 0)], '10:00', '12:00'],
    [[buffers(15, 0)], '09:45', '12:00'],
    [[buffers(0, 90)], '10:00', '13:30'],
    [[buffers(15, 90)], '09:45', '13:30'],
    [[buffers(15, 30), buffers(45, 10)], '09:15', '12:30'], // the longer of each, not their sum
  ])('E59, E60: with %j around it is from %s to %s, each once', (around, start, end) => {
    expect(occupied(loan, around)).toEqual({ startsAt: at(start), occupiedUntil: at(end) });
  });
});

describe('how many there are', () => {
  it.each([
    ['one', undefined, 1],
    ['kit', null, 1],
    ['pieces', undefined, 0], // they are counted when they are added
    ['stock', 120, 120],
  ] as const)('of %s, told %s, is %i', (counting, received, expected) => {
    expect(stockOf(counting, received)).toBe(expected);
  });

  it.each([
    ['stock', undefined, 'STOCK_QUANTITY_MISSING'],
    ['one', 2, 'QUANTITY_NOT_COUNTED'],
    ['pieces', 5, 'QUANTITY_NOT_COUNTED'],
    ['kit', 2, 'QUANTITY_NOT_COUNTED'],
  ] as const)('of %s is not told by %s: %s', (counting, received, code) => {
    expect(() => stockOf(counting, received)).toThrow(code);
  });
});
