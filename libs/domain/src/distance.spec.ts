import { describe, expect, it } from '@jest/globals';
import { distanceTenths } from './distance.js';

describe('the distance between two places', () => {
  it.each([
    ['the same place', 30.54, 114.31, 30.54, 114.31, 0],
    // a degree of a meridian: 2π · 6371.0088 / 360 = 111.195 km
    ['a degree north', 30, 114, 31, 114, 1112],
    ['a degree east on the equator', 0, 0, 0, 1, 1112],
    // half the circumference: π · 6371.0088 = 20015.11 km
    ['the antipodes', 0, 0, 0, 180, 200151],
    ['over the date line', 0, 179.5, 0, -179.5, 1112],
  ])('%s', (_name, latitude, longitude, toLatitude, toLongitude, tenths) => {
    const from = { latitude, longitude };
    const to = { latitude: toLatitude, longitude: toLongitude };
    expect(distanceTenths(from, to)).toBe(tenths);
    expect(distanceTenths(to, from)).toBe(tenths);
  });
});
