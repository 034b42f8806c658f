import { describe, expect, it } from '@jest/globals';
import { isWithin, pathsUpwards, rootPath } from './authorise.js';

describe('the places from which a role reaches a union', () => {
  it.each([
    [rootPath, ['1.']],
    ['1.4.', ['1.', '1.4.']],
    ['1.12.3.', ['1.', '1.12.', '1.12.3.']],
    // No place: nobody reaches it.
    ['', []],
  ])('at %j are %j', (path, places) => {
    expect(pathsUpwards(path)).toEqual(places);
    expect(places.every((place) => isWithin(path, place))).toBe(true);
  });
});
