import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@gongxiang/domain';
import { coverAmong, erasedAt, firstWithAlt, requirePlace } from './picture-rules.js';

const mute = { id: 'a', alt: null };
const received = { id: 'b', alt: '合影' };

function codeOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('a new order', () => {
  it.each([
    ['of all of them, without a cover', ['b', 'a'], null, null],
    ['with a cover that says what it shows', ['a', 'b'], 'b', received],
  ])('%s is taken', (_what, pictureIds, coverId, cover) => {
    expect(coverAmong([mute, received], { pictureIds, coverId })).toEqual(cover);
  });

  it.each([
    ['that lacks one', ['a'], null, 'PICTURES_CHANGED'],
    ['that names one twice', ['a', 'a'], null, 'PICTURES_CHANGED'],
    ['that names another one', ['a', 'c'], null, 'PICTURES_CHANGED'],
    ['whose cover is not among them', ['a', 'b'], 'c', 'PICTURES_CHANGED'],
    ['whose cover does not say what it shows', ['a', 'b'], 'a', 'PICTURE_ALT_MISSING'],
  ])('%s is refused', (_what, pictureIds, coverId, code) => {
    expect(codeOf(() => coverAmong([mute, received], { pictureIds, coverId }))).toBe(code);
  });
});

it('the first picture that says what it shows stands for the activity', () => {
  expect([firstWithAlt([mute, received]), firstWithAlt([mute]), firstWithAlt([])]).toEqual([
    received,
    null,
    null,
  ]);
});

it.each([
  [20, null],
  [21, 'PICTURES_TOO_MANY'],
])('beside %i pictures there is place: %p', (shown, code) => {
  expect(codeOf(() => requirePlace(shown))).toBe(code);
});

it('a removed picture is erased thirty days later', () => {
  expect(erasedAt(new Date('2026-11-21T08:00:00Z'))).toEqual(new Date('2026-12-21T08:00:00Z'));
});
