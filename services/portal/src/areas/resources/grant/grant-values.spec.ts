import { expect, it } from '@jest/globals';
import { formOf, type Grant, granteeOf, grantOf, type GrantFormValues, termsOf } from './grant-values.js';

const form = {
  to: { kind: 'everyone' },
  from: '2026-11-01',
  until: '2026-12-31',
  approval: 'custodian',
  price: { kind: 'free', text: 'left from before' },
} as const satisfies GrantFormValues;
const party = (kind: 'union' | 'club' | 'enterprise') => ({ kind, id: 'u', name: 'A' });

it('lasts from the beginning of its first day to the end of its last, in Beijing', () => {
  expect(grantOf(form)).toEqual({
    to: { kind: 'everyone' },
    from: '2026-10-31T16:00:00.000Z',
    until: '2026-12-31T16:00:00.000Z',
    approval: 'custodian',
    price: { kind: 'free' },
    businesses: [],
    times: null,
    quota: null,
    decideWithinHours: null,
    onSilence: null,
  });
});

it.each([
  {
    to: { kind: 'union', unionId: party('union'), sizeClass: 'micro' },
    sent: { kind: 'union', unionId: 'u' },
  },
  { to: { kind: 'subtree', unionId: party('union') }, sent: { kind: 'subtree', unionId: 'u' } },
  { to: { kind: 'sizeClass', sizeClass: 'micro' }, sent: { kind: 'sizeClass', sizeClass: 'micro' } },
  { to: { kind: 'club', clubId: party('club') }, sent: { kind: 'club', clubId: 'u' } },
  {
    to: { kind: 'party', party: party('enterprise') },
    sent: { kind: 'party', party: { kind: 'enterprise', id: 'u' } },
  },
  {
    to: { kind: 'neighbours', nearness: 'withinKm', withinKm: ' 8 ' },
    sent: { kind: 'neighbours', neighbours: { withinKm: 8 } },
  },
  {
    to: { kind: 'neighbours', nearness: 'samePark', withinKm: '8' },
    sent: { kind: 'neighbours', neighbours: { samePark: true } },
  },
  {
    to: { kind: 'everyone', onlySizes: ['micro'], exceptUnionIds: [party('union')] },
    sent: { kind: 'everyone', onlySizes: ['micro'], exceptUnionIds: ['u'] },
  },
] as const)('says of $to.kind just what it needs', ({ to, sent }) => {
  expect(granteeOf(to as GrantFormValues['to'])).toEqual(sent);
});

it.each([
  {},
  { kind: 'union' },
  { kind: 'party' },
  { kind: 'neighbours', nearness: 'withinKm', withinKm: '501' },
])('reaches nobody yet with %j', (to) => {
  expect(granteeOf(to as GrantFormValues['to'])).toBeNull();
});

it.each(['to', 'from', 'until', 'approval', 'price'])('is nothing without %s', (field) => {
  expect(grantOf({ ...form, [field]: undefined })).toBeNull();
});

it('a fee needs its amount and its unit', () => {
  const fee = { kind: 'fee', fee: '5', per: 'hour', deposit: '200' } as const;
  expect(termsOf({ ...form, price: fee })?.price).toEqual({
    kind: 'fee',
    per: 'hour',
    fee: { amount: '500', currency: 'CNY' },
    deposit: { amount: '20000', currency: 'CNY' },
  });
  expect(termsOf({ ...form, price: { kind: 'fee', fee: '5' } })).toBeNull();
});

it('a right that is edited without a change stays as it was', () => {
  const terms = termsOf({
    ...form,
    decideWithinHours: '48',
    onSilence: 'approve',
    businesses: ['culture'],
    price: { kind: 'fee', fee: '5.50', per: 'day', deposit: '200' },
    times: { weekdays: ['SA'], from: '09:00', until: '18:00' },
    quota: { hoursPerMonth: '8', piecesPerMonth: '100' },
  });
  const grant = { ...terms, to: { kind: 'everyone' } } as unknown as Grant;
  expect(termsOf(formOf(grant))).toEqual(terms);
});
