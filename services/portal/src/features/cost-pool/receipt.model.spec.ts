import { describe, expect, it } from '@jest/globals';
import { megabytesOf, receiptProblem } from './receipt.model.js';

const limit = 20 * 1024 * 1024;

describe('a file that is to be a receipt', () => {
  it.each([
    { type: 'application/pdf', size: 1, problem: null },
    { type: 'image/png', size: limit, problem: null },
    { type: 'image/jpeg', size: limit + 1, problem: 'receiptSize' },
    { type: 'application/pdf', size: 0, problem: 'receiptEmpty' },
    { type: 'text/csv', size: 10, problem: 'receiptType' },
    { type: '', size: 10, problem: 'receiptType' },
  ])('of type “$type” with $size bytes: $problem', ({ problem, ...file }) => {
    expect(receiptProblem(file)).toBe(problem);
  });

  it('just above the limit does not read as on it', () => {
    expect(megabytesOf(limit + 1)).toBe(20.1);
  });
});
