import { describe, expect, it } from '@jest/globals';
import { did, historyOf, redone, stepsMax, undone } from './edit-history.model.js';

describe('what was typed', () => {
  const typed = did(did(historyOf('a'), 'ab'), 'abc');

  it('is taken back step by step, and done again', () => {
    expect(undone(typed).present).toBe('ab');
    expect(undone(undone(typed)).present).toBe('a');
    expect(redone(undone(undone(typed))).present).toBe('ab');
  });

  it('cannot be taken back beyond its beginning, nor done beyond its end', () => {
    expect(undone(historyOf('a')).present).toBe('a');
    expect(redone(typed)).toBe(typed);
  });

  it('goes another way after it was taken back: what came later is gone', () => {
    expect(redone(did(undone(typed), 'x')).present).toBe('x');
  });

  it('in one field is one step; in another field it is the next', () => {
    const name = did(did(historyOf('a'), 'ab', 'name n1'), 'abc', 'name n1');
    expect(undone(name).present).toBe('a');
    expect(undone(did(name, 'abc!', 'name n2')).present).toBe('abc');
    // Whoever takes something back and types on begins a step.
    expect(undone(did(undone(did(name, 'y')), 'z', 'name n1')).present).toBe('abc');
  });

  it('is remembered for a hundred steps', () => {
    let history = historyOf(0);
    for (let step = 1; step <= stepsMax + 5; step += 1) history = did(history, step);
    expect(history.past).toHaveLength(stepsMax);
    expect(history.past[0]).toBe(5);
  });
});
