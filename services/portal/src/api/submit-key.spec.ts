import { describe, expect, it } from '@jest/globals';
import { type Problem, ProblemError, UnreachableError } from './problem.js';
import { SubmitKey } from './submit-key.js';

const ann = { companions: [{ name: 'Ann' }] };
const bob = { companions: [{ name: 'Bob' }] };

function numbered(): SubmitKey {
  let last = 0;
  return new SubmitKey(() => `key-${(last += 1)}`);
}

function refusal(status: number): ProblemError {
  return new ProblemError({ status, code: 'X', detail: 'x', errors: [] } as unknown as Problem);
}

describe('the key of a submit', () => {
  it.each([
    ['no answer came', new UnreachableError('no answer'), 'key-1'],
    ['the platform was busy', refusal(503), 'key-1'],
    ['the session had ended', refusal(401), 'key-1'],
    ['too much was asked at once', refusal(429), 'key-1'],
    ['a rule forbade it', refusal(422), 'key-2'], // the refusal is kept and would only be told again
    ['the state was in the way', refusal(409), 'key-2'],
  ])('after %s', (_case, error, next) => {
    const key = numbered();
    expect(key.for(ann)).toBe('key-1');
    key.failed(error);
    expect(key.for(ann)).toBe(next);
  });

  it('is one for a command without content, too, until it is done', () => {
    const key = new SubmitKey();
    const first = key.for(undefined);
    expect(first).not.toBe('');
    expect(key.for(undefined)).toBe(first);
    key.succeeded();
    expect(key.for(undefined)).not.toBe(first);
  });

  it('is another for other content and after a success', () => {
    const key = numbered();
    expect([key.for(ann), key.for(bob)]).toEqual(['key-1', 'key-2']);
    key.succeeded();
    expect(key.for(bob)).toBe('key-3');
  });
});
