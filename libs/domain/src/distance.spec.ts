import { describe, expect, it } from '@jest/globals';
import { boxAround, distanceTenths } from './distance.js';

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

describe('the box around a place', () => {
  it.each([
    // a degree of a meridian is 111.195 km; a parallel at 60° is half as long
    ['on the equator', 0, 0, 111.195, { south: -1, west: -1, north: 1, east: 1 }],
    ['at 60° north', 60, 10, 111.195, { south: 59, west: 8, north: 61, east: 12 }],
    ['over the date line', 0, 179.5, 111.195, { south: -1, west: -180, north: 1, east: 180 }],
    ['with a pole in it', 89.5, 0, 111.195, { south: 88.5, west: -180, north: 90, east: 180 }],
  ])('%s', (_name, latitude, longitude, km, box) => {
    const found = boxAround({ latitude, longitude }, km);
    for (const side of ['south', 'west', 'north', 'east'] as const)
      expect(Math.abs(found[side] - box[side])).toBeLessThan(0.002);
  });

  it('holds whatever lies within the distance', () => {
    const centre = { latitude: 30.5431, longitude: 114.3162 };
    const { south, west, north, east } = boxAround(centre, 50);
    for (let degrees = 0; degrees < 360; degrees += 1) {
      const angle = (degrees * Math.PI) / 180;
      const point = {
        latitude: centre.latitude + 0.6 * Math.cos(angle),
        longitude: centre.longitude + 0.6 * Math.sin(angle),
      };
      const isInside =
        point.latitude >= south &&
        point.latitude <= north &&
        point.longitude >= west &&
        point.longitude <= east;
      if (distanceTenths(centre, point) <= 500) expect(isInside).toBe(true);
    }
  });
});
