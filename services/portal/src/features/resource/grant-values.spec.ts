import { expect, it } from '@jest/globals';
import { grantOf, type GrantFormValues } from './grant-values.js';

const form = {
  to: { kind: 'everyone' },
  from: '2026-11-01',
  until: '2026-12-31',
  approval: 'custodian',
  price: { kind: 'free', text: 'left from before' },
} as const satisfies GrantFormValues;
const union = { kind: 'union' as const, id: 'u', name: 'A' };

it('lasts from the beginning of its first day to the end of its last, in Beijing', () => {
  expect(grantOf(form)).toEqual({
    to: { kind: 'everyone' },
    from: '2026-10-31T16:00:00.000Z',
    until: '2026-12-31T16:00:00.000Z',
    approval: 'custodian',
    price: { kind: 'free' },
  });
});

it.each([
  { to: { kind: 'union', unionId: union, sizeClass: 'micro' }, sent: { kind: 'union', unionId: 'u' } },
  { to: { kind: 'subtree', unionId: union }, sent: { kind: 'subtree', unionId: 'u' } },
  { to: { kind: 'sizeClass', sizeClass: 'micro' }, sent: { kind: 'sizeClass', sizeClass: 'micro' } },
] as const)('says of $to.kind just what it needs', ({ to, sent }) => {
  expect(grantOf({ ...form, to })?.to).toEqual(sent);
});

it.each(['to', 'from', 'until', 'approval', 'price'])('is nothing without %s', (field) => {
  expect(grantOf({ ...form, [field]: undefined })).toBeNull();
});
