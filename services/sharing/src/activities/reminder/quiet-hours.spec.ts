import { describe, expect, it } from '@jest/globals';
import { outsideQuietHours } from './quiet-hours.js';

const zone = 'Asia/Shanghai';
/** In Shanghai time. */
const at = (time: string): Date => new Date(`2099-11-${time}:00+08:00`);

describe('a reminder goes', () => {
  it.each([
    // the planned time, the time it is about, when it is sent
    ['at its moment by day', '21T09:00', '22T09:00', '21T09:00'],
    ['at the first moment of the day', '21T07:00', '21T07:30', '21T07:00'],
    ['at the last moment before the night', '21T21:59', '22T09:00', '21T21:59'],
    // 06:00 lies in the night; 07:00 leaves an hour until 08:00
    ['in the morning, where that leaves an hour', '21T06:00', '21T08:00', '21T07:00'],
    // 07:00 leaves half an hour until 07:30
    ['in the evening before, where the morning is too late', '21T05:30', '21T07:30', '20T21:30'],
    ['in the next morning, where it falls before midnight', '21T22:00', '22T22:00', '22T07:00'],
    // A night shift: the morning comes after the start
    ['in the evening, of a start at night', '21T22:30', '21T23:00', '21T21:30'],
    ['in the evening, of an opening at midnight', '21T23:50', '22T00:00', '21T21:30'],
  ])('%s', (_what, own, base, expected) => {
    expect(outsideQuietHours(at(own), at(base), zone)).toEqual(at(expected));
  });

  it('by the clock of the zone of the activity, not of the platform', () => {
    // 21:00 in Shanghai is 19:00 in Urumqi's own zone, and 23:30 is 21:30 there.
    expect(outsideQuietHours(at('21T23:30'), at('22T12:00'), 'Asia/Urumqi')).toEqual(at('21T23:30'));
    // 08:30 in Shanghai is 06:30 there: it is sent at 07:00, which is 09:00 in Shanghai.
    expect(outsideQuietHours(at('21T08:30'), at('21T12:00'), 'Asia/Urumqi')).toEqual(at('21T09:00'));
  });

  it('E37: at seven of the new clock, in the night in which a zone moves its clock', () => {
    const night = new Date('2099-03-29T04:00:00Z'); // 06:00 in Berlin, whose clocks have just gone forward
    expect(outsideQuietHours(night, new Date('2099-03-29T12:00:00Z'), 'Europe/Berlin').toISOString()).toBe(
      '2099-03-29T05:00:00.000Z',
    );
  });
});
