import { describe, expect, it } from '@jest/globals';
import { availabilityWindow, checkCoordinates, keptBy } from './resource.model.js';

describe('a resource', () => {
  it('is kept by the officers of its union, and by the person whose own it is', () => {
    expect(keptBy({ ownerKind: 'union', ownerId: 'u' }, '1.4.')).toEqual({ paths: ['1.4.'], visible: true });
    expect(keptBy({ ownerKind: 'person', ownerId: 'p' }, '1.4.')).toMatchObject({ personId: 'p' });
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
    ['2026-01-01T00:00:00Z', '2026-04-03T00:00:00Z', null], // 31 + 28 + 31 + 2 = 92 days
    ['2026-01-01T00:00:00Z', '2026-04-03T00:00:00.001Z', 'AVAILABILITY_TOO_LONG'],
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'PERIOD_EMPTY'],
  ])('is looked at from %s to %s: %s', (from, to, code) => {
    const look = () => availabilityWindow(from, to);
    if (code === null) expect(look).not.toThrow();
    else expect(look).toThrow(code);
  });
});
