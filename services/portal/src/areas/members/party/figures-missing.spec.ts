import { describe, expect, it } from '@jest/globals';
import { ProblemError } from '../../../api/problem.js';
import { figuresMissing } from './figures-missing.js';

describe('the figures that are missing', () => {
  const problem = {
    type: '',
    title: '',
    status: 422,
    code: 'FIGURE_REQUIRED',
    detail: '',
    traceId: '',
    errors: [{ pointer: '/assetsWan', code: 'FIGURE_REQUIRED', detail: '' }],
  };

  it('are those that the refusal points to', () => {
    expect(figuresMissing(new ProblemError(problem))).toEqual(['assetsWan']);
  });

  it('are none where it was refused otherwise', () => {
    expect(figuresMissing(new ProblemError({ ...problem, code: 'FORBIDDEN' }))).toBeNull();
    expect(figuresMissing(new Error('no answer'))).toBeNull();
  });
});
