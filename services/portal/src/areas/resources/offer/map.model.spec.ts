import { describe, expect, it } from '@jest/globals';
import { mapOf } from './map.model.js';

const at = (latitude: number, longitude: number, district: string | null = null) => ({
  latitude,
  longitude,
  district,
});

describe('the map of what was found', () => {
  it('is none where nothing has a place', () => {
    expect(mapOf([])).toBeNull();
  });

  it('shows one place in its middle, with 2 km around it', () => {
    // a third of 2 km is 0.67, below which 0.5 is the round distance: a quarter of the width
    expect(mapOf([at(30, 114)])).toMatchObject({
      pins: [{ x: 0.5, y: 0.5 }],
      scale: { km: 0.5, share: 0.25 },
    });
  });

  it('puts north above and east to the right, to scale', () => {
    const map = mapOf([at(0, 0), at(0, 1), at(0.5, 0.5)]);
    // a degree of the equator is 111.195 km, with a quarter more around it 138.99 km
    expect(map?.pins.map(({ x, y }) => [x.toFixed(2), y.toFixed(2)])).toEqual([
      ['0.10', '0.77'],
      ['0.90', '0.77'],
      ['0.50', '0.23'],
    ]);
    expect(map?.scale.km).toBe(20);
  });

  it('joins what one finger would tap, and names each district once', () => {
    const items = [
      at(30, 114, '东区'),
      at(30.001, 114.001, '东区'),
      at(30.1, 114.1, '西区'),
      at(30.1, 114.1),
    ];
    const map = mapOf(items);
    expect(map?.pins.map((pin) => pin.items.length)).toEqual([2, 2]);
    expect(map?.districts.map(({ name }) => name)).toEqual(['东区', '西区']);
  });
});
