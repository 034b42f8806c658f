import { expect, it } from '@jest/globals';
import { endingOf, mediaTypes } from './media-types.js';

it.each(Object.entries(mediaTypes))('%s is the ending of %s', (ending, type) => {
  expect(endingOf(type)).toBe(ending);
});

it('is none of what is not known', () => {
  expect(endingOf('application/x-unknown')).toBeNull();
});
