import { describe, expect, it } from '@jest/globals';
import { neighbourhoodIn, type PlacedUnion } from './neighbourhood.model.js';

function union(id: string, path: string, changes: Partial<PlacedUnion> = {}): PlacedUnion {
  return { id, path, tier: null, longitude: null, latitude: null, ...changes };
}

const place = { longitude: 114.31, latitude: 30.54 };
const park = { tier: 'park' } as const;

describe('the neighbourhood of a union', () => {
  it.each([
    ['nothing is known of it', [union('a', '1.'), union('b', '1.2.')], null, null],
    ['only the place of one above is known', [union('a', '1.', place), union('b', '1.2.')], null, null],
    ['its place is known', [union('b', '1.2.', place), union('a', '1.')], place, null],
    ['it lies in a park', [union('a', '1.', park), union('b', '1.2.', place)], place, '1.'],
    ['it is a park itself, within another', [union('a', '1.', park), union('b', '1.2.', park)], null, '1.2.'],
    ['the copies lack it', [union('a', '1.', { ...park, ...place })], null, '1.'],
  ])('where %s', (_what, upwards, at, parkPath) => {
    expect(neighbourhoodIn(upwards, 'b')).toEqual({ place: at, parkPath });
  });
});
