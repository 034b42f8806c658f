import { describe, expect, it } from '@jest/globals';
import { reportOf } from './report-values.js';

describe('a report', () => {
  it('is what was typed, in fen, with the receipts that were uploaded', () => {
    const receipt = { key: 'k', sha256: 'a'.repeat(64), name: `${'长'.repeat(100)}.pdf` };
    const body = reportOf({
      text: ' 如期举行 ',
      lines: [{ title: '场地', amount: '800.5', expenseCode: '1.2', receipt }, undefined],
    });
    expect(body).toEqual({
      text: '如期举行',
      lines: [
        {
          title: '场地',
          amount: { amount: '80050', currency: 'CNY' },
          expenseCode: '1.2',
          receipt: { name: `${'长'.repeat(96)}.pdf`, fileKey: 'k', sha256: 'a'.repeat(64) },
        },
      ],
    });
  });

  it('of nothing that was paid has no lines', () => {
    expect(reportOf({ text: '未使用' }).lines).toEqual([]);
  });
});
