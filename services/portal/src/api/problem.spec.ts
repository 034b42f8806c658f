import { describe, expect, it } from '@jest/globals';
import {
  isMissing,
  isProblem,
  obstaclePath,
  pathOf,
  type Problem,
  ProblemError,
  sortErrors,
  UnreachableError,
} from './problem.js';

const known = ['companions', 'companions/*/name', 'companions/*/ageBand', 'account'];

function problemWith(errors: Problem['errors']): Problem {
  return {
    type: 'urn:gongxiang:problem:VALIDATION_FAILED',
    title: 'The request is not valid',
    status: 400,
    code: 'VALIDATION_FAILED',
    detail: 'See the fields named',
    traceId: '',
    errors,
  };
}

describe('what stands in the way', () => {
  it.each([
    [{ costPoolId: 'p', refundId: null }, '/cost-pools/p'],
    [{ costPoolId: 'p', refundId: 'r' }, '/cost-pools/p/refunds#refund-r'],
    [undefined, null],
  ])('%j is found at %s', (obstacle, path) => {
    expect(obstaclePath({ ...problemWith([]), ...(obstacle && { obstacle }) })).toBe(path);
  });
});

describe('a pointer', () => {
  it.each([
    ['/account', ['account']],
    ['/companions/0/ageBand', ['companions', 0, 'ageBand']],
    ['/answers/a~1b~0c', ['answers', 'a/b~c']], // ~1 is a slash, ~0 a tilde
    ['', []],
  ])('%s leads to a field', (pointer, path) => {
    expect(pathOf(pointer)).toEqual(path);
  });
});

describe('the errors of a refusal', () => {
  it('stand at the fields that they name', () => {
    const sorted = sortErrors(
      problemWith([
        { pointer: '/account', code: 'REQUIRED', detail: 'Required' },
        { pointer: '/companions/1/ageBand', code: 'AGE_BAND_REQUIRED', detail: 'How old?' },
      ]),
      known,
    );
    expect(sorted).toEqual({
      fields: [
        { path: ['account'], text: 'Required' },
        { path: ['companions', 1, 'ageBand'], text: 'How old?' },
      ],
      general: [],
    });
  });

  it('are told above the button where no field can show them', () => {
    const sorted = sortErrors(
      problemWith([{ pointer: '/activityId', code: 'UUID_EXPECTED', detail: 'An id' }]),
      known,
    );
    expect(sorted).toEqual({ fields: [], general: ['An id'] });
  });

  it('are the detail where the refusal names no field', () => {
    expect(sortErrors(problemWith([]), known)).toEqual({ fields: [], general: ['See the fields named'] });
  });
});

it.each([
  [400, true],
  [403, false],
  [404, true],
  [500, false],
])('knows by the status %i whether the address leads to nothing: %p', (status, missing) => {
  expect(isMissing(new ProblemError({ ...problemWith([]), status }))).toBe(missing);
  expect(isMissing(new UnreachableError('no answer'))).toBe(false);
});

it('tells a problem from whatever else a proxy may answer', () => {
  expect(isProblem(problemWith([]))).toBe(true);
  expect([isProblem('<html>'), isProblem(null), isProblem({ code: 'X' })]).toEqual([false, false, false]);
});
