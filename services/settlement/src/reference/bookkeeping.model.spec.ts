import { describe, expect, it } from '@jest/globals';
import type { ActionRule, RoleName } from '@gongxiang/domain';
import { actorWith } from '@gongxiang/testing';
import { bookkeeperRule, type BookMandate, mandateFor, mayActOrKeepBooks } from './bookkeeping.model.js';

const edit: ActionRule = { roles: ['finance', 'officer'] };
const mandate = (changes: Partial<BookMandate> = {}): BookMandate => ({
  id: 'm',
  fromUnionId: 'small',
  forPath: '1.1.7.',
  path: '1.2.',
  limitFen: null,
  ...changes,
});
const at = (role: RoleName, path: string) => actorWith({ roles: [[role, path, path]] });
const small = { paths: ['1.1.7.'] };

describe('what a mandate lets others do', () => {
  it('is what finance and approvers may, and never more', () => {
    expect(
      bookkeeperRule({ roles: ['organiser', 'officer', 'finance', 'approver', 'auditor'] }).roles,
    ).toEqual(['finance', 'approver']);
    expect(bookkeeperRule({ signedIn: true }).roles).toEqual([]);
  });

  it.each<[string, RoleName, string, boolean]>([
    ['the finance of the union that keeps the books', 'finance', '1.2.', true],
    ['the finance of the union above it', 'finance', '1.', true],
    ['an officer there', 'officer', '1.2.', false],
    ['the finance of a union below it', 'finance', '1.2.1.', false],
    ['the finance of another union', 'finance', '1.3.', false],
  ])('%s', (_who, role, path, may) => {
    expect(mandateFor(at(role, path), edit, small, [mandate()]) !== null).toBe(may);
  });

  it.each(['1.1.', '1.1.7.1.'])('is for that union alone, not for the one at %s', (path) => {
    expect(mandateFor(at('finance', '1.2.'), edit, { paths: [path] }, [mandate()])).toBeNull();
  });
});

describe('the limit of a mandate', () => {
  const finance = at('finance', '1.2.');
  const limited = mandate({ limitFen: 500_000n });

  it.each([
    [500_000n, true], // the limit itself
    [500_001n, false],
    [null, true], // to look costs nothing
  ])('of 5,000.00 for %s fen', (amountFen, may) => {
    const ask = () => mandateFor(finance, edit, { ...small, amountFen }, [limited]);
    if (may) expect(ask()).toBe(limited);
    else expect(ask).toThrow('MANDATE_LIMIT_EXCEEDED');
  });

  it('is that of the widest of several', () => {
    const wide = mandate({ id: 'w', limitFen: 900_000n });
    expect(mandateFor(finance, edit, { ...small, amountFen: 800_000n }, [limited, wide])).toBe(wide);
  });

  it('does not hide what may be seen', () => {
    expect(mayActOrKeepBooks(finance, edit, small.paths, [limited])).toBe(true);
    expect(mayActOrKeepBooks(null, edit, small.paths, [limited])).toBe(false);
  });
});
