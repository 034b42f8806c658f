import { expect, it } from '@jest/globals';
import { nextPage, signInAddress } from './next-page.js';

it.each([
  [null, '/'],
  ['/activities/1?x=2', '/activities/1?x=2'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['/sign-in?next=/', '/'],
])('leads from %s to %s after signing in, and never out of the portal', (next, page) => {
  expect(nextPage(next)).toBe(page);
});

it('remembers where one wanted to go', () => {
  const address = signInAddress('/activities/1?a=b&c=d');
  expect(nextPage(new URL(address, 'http://x').searchParams.get('next'))).toBe('/activities/1?a=b&c=d');
  expect(signInAddress('/')).toBe('/sign-in');
});
