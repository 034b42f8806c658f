import { expect, it } from '@jest/globals';
import { type UseForm, useOf } from './use-form.js';

const fen = (amount: string) => ({ amount, currency: 'CNY' });
const typed: UseForm = {
  recipients: '3',
  heads: '20',
  unit: '12.5',
  cash: true,
  festival: ' 端午节 ',
  from: '2026-05-01',
  to: '2026-05-02',
  days: '2',
  minutes: '90',
  prizes: [{ grade: 'first', count: '3', unit: '800' }],
};

it.each([
  { kind: 'prize', use: { recipients: 3, prizes: [{ grade: 'first', count: 3, unit: fen('80000') }] } },
  { kind: 'souvenir', use: { heads: 20, unit: fen('1250') } },
  { kind: 'gift', use: { heads: 20, cash: true, festival: '端午节' } },
  { kind: 'outing', use: { from: '2026-05-01', to: '2026-05-02' } },
  { kind: 'meal', use: { heads: 20, days: 2 } },
  { kind: 'lodging', use: { heads: 20, days: 2 } },
  { kind: 'fee', use: { minutes: 90 } },
  { kind: 'other', use: {} },
] as const)('$kind: sends the fields of its kind alone, whatever was typed before', ({ kind, use }) => {
  expect(useOf({ ...typed, kind })).toEqual({ kind, ...use });
});

it('says nothing where nobody said what the bill was for', () => {
  expect([useOf(undefined), useOf({ heads: '3' })]).toEqual([null, null]);
});
