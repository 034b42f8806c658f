import { describe, expect, it } from '@jest/globals';
import {
  type QuestionState,
  questionStates,
} from '@gongxiang/contracts/sharing/activities/question.contract';
import { mayRead, requireStep } from './question.model.js';

describe('the life of a question', () => {
  const allowed: Readonly<Record<QuestionState, readonly QuestionState[]>> = {
    open: ['answered', 'hidden', 'withdrawn'],
    answered: ['hidden', 'withdrawn'],
    hidden: [],
    withdrawn: [],
  };
  const steps = questionStates.flatMap((from) => questionStates.map((to) => [from, to] as const));

  it.each(steps)('%s → %s', (from, to) => {
    const step = (): void => requireStep(from, to);
    if (allowed[from].includes(to)) expect(step).not.toThrow();
    else expect(step).toThrow(expect.objectContaining({ code: 'QUESTION_NOT_OPEN' }));
  });
});

describe('who reads a question', () => {
  it.each<[QuestionState, boolean, boolean, boolean]>([
    // state, is the asker, is a host, any other reader
    ['open', true, true, false],
    ['answered', true, true, true],
    ['hidden', true, true, false],
    ['withdrawn', true, false, false],
  ])('%s', (state, asker, host, other) => {
    const question = { state, personId: 'asker' };
    const reads = (personId: string, isHost: boolean): boolean => mayRead(question, { personId, isHost });
    expect([reads('asker', false), reads('host', true), reads('other', false)]).toEqual([asker, host, other]);
  });
});
