import { describe, expect, it } from '@jest/globals';
import { voucherSubjects } from '@gongxiang/contracts/settlement/accounts/voucher.contract';
import { entryKinds } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { sum } from '@gongxiang/domain';
import fc from 'fast-check';
import { type VoucherBook, voucherCsv } from './voucher-file.js';
import { subjectsOf } from './voucher-subjects.js';
import { type VoucherEvent, numbered, type OwnLeg, voucherNumber, voucherOf } from './voucher.model.js';

const leg = (one: Partial<OwnLeg>): OwnLeg => ({
  purpose: 'current',
  isCredit: true,
  incomeKind: 'dues',
  party: 'union:b',
  amount: 100n,
  ...one,
});
const happening = (one: Partial<VoucherEvent>): VoucherEvent => ({
  on: '2026-11-20',
  kind: 'costs',
  isReversal: false,
  title: '运动会',
  entryId: 'e',
  legs: [],
  spent: [],
  paid: [],
  attachments: 0,
  ...one,
});
const inWords = (one: Partial<VoucherEvent>) =>
  voucherOf(happening(one)).map(({ subject, debit, credit }) =>
    debit > 0n ? `${subject} 借 ${debit}` : `${subject} 贷 ${credit}`,
  );
const spent = (amount: bigint) => [{ expenseCode: '1.2', incomeKind: 'dues' as const, amount }];
const paid = (amount: bigint) => [{ incomeKind: 'dues' as const, amount }];

describe('the voucher', () => {
  it.each<[string, Partial<VoucherEvent>, string[]]>([
    // Paid 120.00, borne 40.00, owed by two others 40.00 each.
    [
      'of costs that a union has paid for others too',
      { spent: spent(4_000n), paid: paid(12_000n), legs: [leg({ amount: 4_000n }), leg({ amount: 4_000n })] },
      ['expense:1.2 借 4000', 'bank 贷 12000', 'receivable 借 4000', 'receivable 借 4000'],
    ],
    [
      'of costs that another has paid',
      { spent: spent(4_000n), legs: [leg({ isCredit: false, amount: 4_000n })] },
      ['expense:1.2 借 4000', 'payable 贷 4000'],
    ],
    [
      'of costs that leave nobody owing',
      { spent: spent(4_000n), paid: paid(4_000n), entryId: null },
      ['expense:1.2 借 4000', 'bank 贷 4000'],
    ],
    [
      'of their reversal',
      { isReversal: true, spent: spent(4_000n), legs: [leg({ amount: 4_000n })] },
      ['expense:1.2 贷 4000', 'payable 借 4000'],
    ],
    [
      'of a claim that a run takes over',
      {
        kind: 'netting',
        legs: [leg({ isCredit: false }), leg({ purpose: 'clearing', incomeKind: 'mixed' })],
      },
      ['receivable 贷 100', 'clearing 借 100'],
    ],
    [
      'of a debt that a run takes over',
      { kind: 'netting', legs: [leg({}), leg({ purpose: 'clearing', isCredit: false })] },
      ['payable 借 100', 'clearing 贷 100'],
    ],
    [
      'of a payment that came in',
      { kind: 'payment', legs: [leg({ purpose: 'clearing', isCredit: false })] },
      ['clearing 贷 100', 'bank 借 100'],
    ],
    [
      'of a payment that was made',
      { kind: 'payment', legs: [leg({ purpose: 'clearing' })] },
      ['clearing 借 100', 'bank 贷 100'],
    ],
    [
      'of one that never came, which is owed again',
      { kind: 'restored', legs: [leg({ purpose: 'clearing', isCredit: false }), leg({})] },
      ['clearing 贷 100', 'receivable 借 100'],
    ],
    [
      'of a fee that is owed',
      { kind: 'loanFee', legs: [leg({ isCredit: false })] },
      ['payable 贷 100', 'loanExpense 借 100'],
    ],
    [
      'of a fee that is earned',
      { kind: 'loanFee', legs: [leg({})] },
      ['receivable 借 100', 'loanIncome 贷 100'],
    ],
    [
      'of a deposit, outside the balance',
      { kind: 'depositHeld', legs: [leg({ purpose: 'deposit', isCredit: false })] },
      ['deposit 贷 100', 'depositContra 借 100'],
    ],
    [
      'of a subsidy that is given',
      { kind: 'subsidy', legs: [leg({ isCredit: false })] },
      ['payable 贷 100', 'subsidyGiven 借 100'],
    ],
    [
      'of a subsidy that is received',
      { kind: 'subsidy', legs: [leg({})] },
      ['receivable 借 100', 'subsidyReceived 贷 100'],
    ],
    ['of its payment', { kind: 'subsidyPaid', legs: [leg({})] }, ['payable 借 100', 'bank 贷 100']],
    [
      'of its arrival',
      { kind: 'subsidyPaid', legs: [leg({ isCredit: false })] },
      ['receivable 贷 100', 'bank 借 100'],
    ],
    [
      'of what a pool drew of it: the giver bears costs instead',
      { kind: 'subsidyDrawn', legs: [leg({})] },
      ['payable 借 100', 'subsidyGiven 贷 100'],
    ],
    [
      'of what a pool drew of it: income that the receiver no longer has',
      { kind: 'subsidyDrawn', legs: [leg({ isCredit: false })] },
      ['receivable 贷 100', 'subsidyReceived 借 100'],
    ],
    [
      'of what goes back',
      { kind: 'subsidyReturned', legs: [leg({ isCredit: false })] },
      ['payable 贷 100', 'subsidyReceived 借 100'],
    ],
    [
      'of what comes back',
      { kind: 'subsidyReturned', legs: [leg({})] },
      ['receivable 借 100', 'subsidyGiven 贷 100'],
    ],
    ['of nothing', {}, []],
  ])('%s', (_name, one, expected) => {
    expect(inWords(one)).toEqual(expected);
  });

  it('has debits that are its credits, whatever it is of', () => {
    const amount = fc.bigInt({ min: 1n, max: 10n ** 12n });
    const legs = fc.array(
      fc.record({
        purpose: fc.constantFrom('current' as const, 'clearing' as const, 'deposit' as const),
        isCredit: fc.boolean(),
        amount,
      }),
      { maxLength: 6 },
    );
    const kind = fc.constantFrom(...entryKinds.filter((one) => one !== 'reversal'));
    const property = fc.property(kind, fc.boolean(), legs, amount, (of, isReversal, own, borne) => {
      const one = { kind: of as VoucherEvent['kind'], isReversal, legs: own.map(leg), spent: spent(borne) };
      const lines = voucherOf(happening(one));
      expect(sum(lines.map(({ debit }) => debit))).toBe(sum(lines.map(({ credit }) => credit)));
      expect(lines.every(({ debit, credit }) => debit >= 0n && credit >= 0n && debit * credit === 0n)).toBe(
        true,
      );
    });
    fc.assert(property);
  });

  it('is numbered within its month', () => {
    const days = ['2026-10-31', '2026-11-01', '2026-11-01', '2026-12-01'];
    expect(numbered(days.map((on) => ({ on }))).map(({ number }) => number)).toEqual([
      '202610-0001',
      '202611-0001',
      '202611-0002',
      '202612-0001',
    ]);
    expect(voucherNumber('2026-01-05', 12_345)).toBe('202601-12345');
  });
});

describe('the subjects of a union', () => {
  it('have a default each, with a code of its own', () => {
    const subjects = subjectsOf([]);
    expect(subjects.map(({ subject }) => subject)).toEqual([...voucherSubjects]);
    expect(subjects.every(({ code, name, isDefault }) => code !== '' && name !== '' && isDefault)).toBe(true);
    expect(new Set(subjects.map(({ code }) => code)).size).toBe(subjects.length);
  });

  it('are those that it maps itself where it does', () => {
    const [bank] = subjectsOf([{ subject: 'bank', code: '1002', name: '银行' }]).filter(
      ({ subject }) => subject === 'bank',
    );
    expect(bank).toEqual({ subject: 'bank', code: '1002', name: '银行', isDefault: false });
  });
});

describe('the file of vouchers', () => {
  const book: VoucherBook = {
    union: { kind: 'union', id: 'a', name: '江城重工工会' },
    from: '2026-11-01',
    to: '2026-11-30',
    readAt: new Date('2026-12-01T00:00:00Z'),
    names: new Map([['union:b', { name: '绿源, "食品"工会' }]]),
    lines: [
      {
        date: '2026-11-20',
        number: '202611-0001',
        line: 1,
        summary: '=1+1运动会',
        subjectCode: '13501',
        subjectName: '往来',
        subject: 'receivable',
        debit: 1_234_567n,
        credit: 0n,
        expenseCode: null,
        incomeKind: 'dues',
        party: 'union:b',
        attachments: 2,
        entryId: null,
      },
    ],
  };

  it('E115: is UTF-8 with a mark, plain decimals, quoted where it must be, and never a formula', () => {
    const [head = '', row, rest] = voucherCsv(book, 'zh-CN').split('\r\n');
    expect(head.startsWith('\uFEFF日期,凭证号,分录号,摘要,科目编码,科目名称,借方金额,贷方金额')).toBe(true);
    expect(row).toBe(
      `2026-11-20,202611-0001,1,'=1+1运动会,13501,往来,12345.67,,,"绿源, ""食品""工会",会费,2,`,
    );
    expect(rest).toBe('');
  });
});
