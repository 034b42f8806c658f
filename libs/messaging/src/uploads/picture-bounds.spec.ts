import { expect, it } from '@jest/globals';
import { DomainError } from '@gongxiang/domain';
import { requirePixels } from './picture-bounds.js';

function codeOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

it.each([
  [10_000, 5_000, null], // 50,000,000 exactly
  [10_001, 5_000, 'PICTURE_TOO_MANY_PIXELS'],
])('%i × %i pixels: %p', (width, height, code) => {
  expect(codeOf(() => requirePixels({ width, height }))).toBe(code);
});
