import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@gongxiang/domain';
import { problemOf } from './problem.js';

describe('a problem document', () => {
  it.each([
    ['VALIDATION_FAILED', 400],
    ['NOT_SIGNED_IN', 401],
    ['NOT_PERMITTED', 403],
    ['NOT_FOUND', 404],
    ['REFERENCE_PENDING', 409],
    ['VERSION_STALE', 412],
    ['NO_WEIGHT', 422],
    ['VERSION_REQUIRED', 428],
    ['TOO_MANY_REQUESTS', 429],
    ['INTERNAL', 500],
    ['BUSY', 503],
  ])('%s is %i', (code, status) => {
    expect(problemOf(new DomainError(code), 'en', 'trace')).toMatchObject({ code, status, traceId: 'trace' });
  });

  it('speaks the language of the reader, also field by field', () => {
    const error = new DomainError('VALIDATION_FAILED', { errors: [{ pointer: '/name', code: 'REQUIRED' }] });
    expect(problemOf(error, 'zh-CN', '').errors).toEqual([
      { pointer: '/name', code: 'REQUIRED', detail: '必填' },
    ]);
    expect(problemOf(error, 'en', '').errors[0]?.detail).toBe('Required');
  });

  it('tells an unknown code as our own mistake, without detail', () => {
    expect(problemOf(new DomainError('NO_SUCH_CODE'), 'en', '')).toMatchObject({
      code: 'INTERNAL',
      status: 500,
    });
  });

  it.each([
    ['zh-CN', '请求过于频繁，请在 8 秒后再试'],
    ['en', 'Too many requests; please try again in 8 s'],
  ] as const)('says how long to wait, to programs and to people: %s', (locale, detail) => {
    const slowed = new DomainError('TOO_MANY_REQUESTS', { retryAfterSeconds: 8, params: { seconds: 8 } });
    expect(problemOf(slowed, locale, '')).toMatchObject({ detail, retryAfterSeconds: 8 });
    expect(problemOf(new DomainError('NOT_FOUND'), locale, '')).not.toHaveProperty('retryAfterSeconds');
  });

  it.each([
    [
      'zh-CN',
      { refundId: 'r', creditNote: 'H-7' },
      'REFUND_STANDS',
      '该结算单还有退款：2026-11-20 提出，¥30.00，凭证 H-7；请先撤销它',
    ],
    [
      'en',
      { title: 'Sports day' },
      'SUPPLEMENT_STANDS',
      'A later supplement stands: that of “Sports day”, opened on 2026-11-20, ¥30.00. Reverse or discard it first',
    ],
  ] as const)('names what stands in the way, and leads programs to it: %s', (locale, more, code, detail) => {
    const params = { costPoolId: 'p', day: '2026-11-20', amountFen: '3000', ...more };
    const refundId = 'refundId' in more ? more.refundId : null;
    const problem = problemOf(new DomainError(code, { params }), locale, '');
    expect(problem).toMatchObject({ status: 409, detail, obstacle: { costPoolId: 'p', refundId } });
    expect(problemOf(new DomainError('NOT_FOUND'), locale, '')).not.toHaveProperty('obstacle');
  });

  it('puts the figures of a rule into its text', () => {
    const error = new DomainError('CAPS_BELOW_TOTAL', { params: { missingFen: '123450' } });
    expect(problemOf(error, 'en', '').detail).toBe('The caps fall short of the total by ¥1,234.50');
    expect(problemOf(error, 'zh-CN', '').detail).toBe('上限之和比应分摊金额少 ¥1,234.50');
  });
});
