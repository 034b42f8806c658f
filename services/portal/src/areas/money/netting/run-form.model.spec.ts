import { describe, expect, it } from '@jest/globals';
import { type RunForm, runOf, withParty } from './run-form.model.js';

const union = (id: string) => ({ kind: 'union' as const, id, name: `name of ${id}` });
const whole: RunForm = { mode: 'fewest', periodFrom: '2026-01-01', periodTo: '2026-11-20', unionId: 'u' };

describe('the proposal of a run', () => {
  it.each<[string, RunForm, object | null]>([
    ['all parties', whole, whole],
    [
      'E74: some of them',
      { ...whole, parties: [union('a'), union('b')] },
      {
        ...whole,
        parties: [
          { kind: 'union', id: 'a' },
          { kind: 'union', id: 'b' },
        ],
      },
    ],
    [
      'without one of them, to be paid in ten days',
      { ...whole, excluded: [union('a')], payWithinDays: ' 10 ' },
      { ...whole, excluded: [{ kind: 'union', id: 'a' }], payWithinDays: 10 },
    ],
    [
      'through a hub',
      { ...whole, mode: 'hub', hub: union('a') },
      {
        ...whole,
        mode: 'hub',
        hub: { kind: 'union', id: 'a' },
      },
    ],
    ['a hub that was chosen before another mode', { ...whole, hub: union('a') }, whole],
    ['no union yet', { mode: 'fewest', periodFrom: '2026-01-01', periodTo: '2026-11-20' }, null],
    ['no end yet', { mode: 'fewest', periodFrom: '2026-01-01', unionId: 'u' }, null],
  ])('%s', (_name, form, body) => {
    expect(runOf(form)).toEqual(body);
  });
});

it('takes a party once', () => {
  const enterprise = { kind: 'enterprise' as const, id: 'a', name: 'the same id, another kind' };
  expect(withParty([union('a')], union('a'))).toEqual([union('a')]);
  expect(withParty([union('a')], enterprise)).toEqual([union('a'), enterprise]);
});
