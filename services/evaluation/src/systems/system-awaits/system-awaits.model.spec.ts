import { describe, expect, it } from '@jest/globals';
import { awaitsOfSystem, type SystemToTend } from './system-awaits.model.js';

const system: SystemToTend['system'] = {
  id: 'system',
  unionId: 'union',
  name: '年度评价',
  state: 'draft',
  versionNumber: 2,
  editedBy: 'editor',
  returnedBy: null,
  returnReason: null,
  isReturned: false,
};
const weights = { id: 'weights', versionNumber: 3, state: 'computed', acceptable: true } as const;
const round = { id: 'round', name: '第一轮' };
const awaits = (
  changes: Partial<SystemToTend['system']>,
  more: Partial<Pick<SystemToTend, 'round' | 'weights'>> = {},
) =>
  awaitsOfSystem({
    system: { ...system, ...changes },
    roles: ['evaluator'],
    round: null,
    weights: null,
    ...more,
  });

describe('what an indicator system waits for', () => {
  it.each([
    ['a draft', {}, 'systemToReview', ['editor']],
    ['a draft from before editors were kept', { editedBy: null }, 'systemToReview', []],
    ['one that was sent back', { isReturned: true, returnedBy: 'reviewer' }, 'systemReturned', ['reviewer']],
    ['one that its editor sent back', { isReturned: true, returnedBy: 'editor' }, 'systemReturned', []],
    ['one that was changed since', { returnedBy: 'reviewer' }, 'systemToReview', ['editor']],
    ['one that is reviewed', { state: 'reviewed' }, 'systemToPublish', []],
  ] as const)('%s', (_name, changes, kind, exceptIds) => {
    const offices = { roles: ['evaluator'], unionIds: ['union'], isNearest: true, exceptIds };
    expect(awaits(changes)).toMatchObject([
      { kind, title: '年度评价', about: { systemId: 'system' }, values: { versionNumber: '2' }, offices },
    ]);
  });

  it('says why it was sent back', () => {
    const sent = { isReturned: true, returnedBy: 'reviewer', returnReason: '权重过细' };
    expect(awaits(sent)).toMatchObject([{ values: { reason: '权重过细' } }]);
  });

  it.each([
    ['weights that are computed', { weights }, ['weightsToActivate']],
    ['weights that contradict themselves', { weights: { ...weights, acceptable: false } }, []],
    ['weights in force', { weights: { ...weights, state: 'active' } }, []],
    ['a round that is over', { round }, ['roundToWeigh']],
    ['both', { round, weights }, ['roundToWeigh', 'weightsToActivate']],
    ['neither', {}, []],
  ] as const)('once it is published: %s', (_name, more, kinds) => {
    expect(awaits({ state: 'published' }, more).map(({ kind }) => kind)).toEqual(kinds);
    expect(awaits({ state: 'retired' }, more)).toEqual([]);
  });

  it('leads to the weights and to the round', () => {
    expect(awaits({ state: 'published' }, { round, weights })).toMatchObject([
      { about: { judgementRoundId: 'round' }, slot: 'round', values: { roundName: '第一轮' } },
      { about: { weightVersionId: 'weights' }, slot: 'weights', values: { versionNumber: '3' } },
    ]);
  });
});
