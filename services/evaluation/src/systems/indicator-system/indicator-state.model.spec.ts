import { describe, expect, it } from '@jest/globals';
import { indicatorSystemStates } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import {
  type IndicatorStep,
  isPublic,
  nextState,
  requireOther,
  requirePublished,
} from './indicator-state.model.js';

const steps: readonly IndicatorStep[] = ['change', 'review', 'sendBack', 'publish', 'retire'];

describe('the life of a version', () => {
  it.each<[(typeof indicatorSystemStates)[number], readonly (string | null)[]]>([
    ['draft', ['draft', 'reviewed', null, null, null]],
    ['reviewed', [null, null, 'draft', 'published', null]],
    ['published', [null, null, null, null, 'retired']],
    ['retired', [null, null, null, null, null]],
  ])('%s: change, review, send back, publish, retire', (state, expected) => {
    const reached = steps.map((step) => {
      try {
        return nextState(state, step);
      } catch {
        return null; // a step that this state does not have
      }
    });
    expect(reached).toEqual(expected);
  });

  it('shows all what is or was in use', () => {
    expect(indicatorSystemStates.map(isPublic)).toEqual([false, false, true, true]);
  });

  it.each([
    ['draft', 'ILLEGAL_TRANSITION'],
    ['reviewed', 'ILLEGAL_TRANSITION'],
    ['retired', 'SYSTEM_RETIRED'],
  ] as const)('makes nothing new by one that is %s', (state, code) => {
    expect(() => requirePublished(state, '/systemId')).toThrow(code);
  });

  it('makes it by a published one', () => {
    expect(() => requirePublished('published')).not.toThrow();
  });

  it('has two people: who wrote it last does not review it', () => {
    expect(() => requireOther('a', 'a')).toThrow('SAME_PERSON');
    expect(() => requireOther('a', 'b')).not.toThrow();
    expect(() => requireOther(null, 'b')).not.toThrow();
  });
});
