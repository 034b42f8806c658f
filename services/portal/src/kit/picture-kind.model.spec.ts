import { expect, it } from '@jest/globals';
import { pictureKind } from './picture-kind.model.js';

it.each([
  ['a.jpg', 'image/jpeg', true],
  ['a.png', 'image/png', true],
  ['a.webp', 'image/webp', true],
  ['a.heic', 'image/heic', false],
  ['a.HEIC', '', false],
  ['a.gif', 'image/gif', false],
  ['a.svg', 'image/svg+xml', false],
  ['a.pdf', 'application/pdf', false],
])('%s of type “%s” may be a picture: %p', (name, type, isLike) => {
  expect(pictureKind.isLike({ name, type })).toBe(isLike);
});
