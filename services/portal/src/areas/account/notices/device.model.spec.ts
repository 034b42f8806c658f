import { expect, it } from '@jest/globals';
import { needsHomeScreen } from './device.model.js';

const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

it.each([
  [iPhone, true],
  ['Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X)', true],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', false],
  ['Mozilla/5.0 (Linux; Android 14; Pixel 8)', false],
])('%s has to be opened from its home screen: %s', (userAgent, expected) => {
  expect(needsHomeScreen(userAgent)).toBe(expected);
});
