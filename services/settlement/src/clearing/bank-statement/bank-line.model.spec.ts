import { describe, expect, it } from '@jest/globals';
import { columnsOf, delimiterOf } from './bank-columns.model.js';
import { distinctOf, readLine } from './bank-line.model.js';

const icbc = ['交易日期', '对方单位', '对方账号', '借方发生额', '贷方发生额', '余额', '摘要', '凭证号'];
const columnsFor = (header: readonly string[]) => {
  const columns = columnsOf(header);
  if (columns === null) throw new Error('these are headings');
  return columns;
};

describe('the headings of banks', () => {
  it.each<readonly [string, readonly string[]]>([
    ['debit and credit apart', icbc],
    [
      'in another order, with units',
      ['摘要', '贷方发生额/元(收入)', '借方发生额/元(支取)', '对方户名', '记账日期'],
    ],
    [
      'one amount with a word beside it',
      ['交易时间', '借贷标志', '交易金额', '对方名称', '附言', '交易流水号'],
    ],
    ['one amount with its sign', ['Booking date', 'Counterparty', 'Amount', 'Reference']],
    ['income and expense', ['* 交易日期', '收入金额（元）', '支出金额（元）', '收/付方名称', '用途']],
  ])('%s are found', (_what, header) => {
    expect(columnsOf(header)).not.toBeNull();
  });

  it.each<readonly [string, readonly string[]]>([
    ['the name of the account above them', ['账户名称：众工工会', '', '']],
    ['no other side', ['交易日期', '借方发生额', '贷方发生额']],
    ['credit alone', ['交易日期', '对方户名', '贷方发生额']],
  ])('%s are none', (_what, header) => {
    expect(columnsOf(header)).toBeNull();
  });

  it.each([
    ['账户：1\n交易日期,对方户名,借方,贷方\n', ','],
    ['交易日期\t对方户名\t借方\t贷方\n', '\t'],
    ['交易日期|对方户名|借方|贷方\n', '|'],
  ])('are parted by what is most frequent: %j', (head, delimiter) => {
    expect(delimiterOf(head)).toBe(delimiter);
  });
});

describe('a line of an account', () => {
  const columns = columnsFor(icbc);
  const row = (change: Record<number, string>): string[] =>
    ['2026-11-20', '绿园物业有限公司', '6222', '1,500.00', '', '10,000.00', '划拨', 'A1'].map(
      (cell, index) => change[index] ?? cell,
    );

  it('is read to the fen', () => {
    expect(readLine(row({}), columns)).toMatchObject({
      bookedOn: '2026-11-20',
      direction: 'out',
      amountFen: 150_000n,
      counterparty: '绿园物业有限公司',
      summary: '划拨',
      serial: 'A1',
    });
  });

  it.each([
    ['2026/11/5 10:20:30', '2026-11-05'],
    ['20261120', '2026-11-20'],
    ['20261120102030', '2026-11-20'],
    ['2026年11月20日', '2026-11-20'],
    ['="20261120"', '2026-11-20'],
  ])('may be dated %s', (text, day) => {
    expect(readLine(row({ 0: text }), columns)).toMatchObject({ bookedOn: day });
  });

  it.each<readonly [string, Record<number, string>, string]>([
    ['a total', { 0: '合计' }, 'NO_DATE'],
    ['a date that is none', { 0: '2026-02-30' }, 'NO_DATE'],
    ['no amount', { 3: '0.00', 4: '' }, 'NO_AMOUNT'],
    ['an amount in words', { 3: '壹佰元' }, 'NO_AMOUNT'],
    ['two amounts', { 4: '1.00' }, 'TWO_AMOUNTS'],
  ])('is not one with %s', (_what, change, code) => {
    expect(readLine(row(change), columns)).toBe(code);
  });

  it('taken back by the bank comes in again', () => {
    expect(readLine(row({ 3: '-1,500.00' }), columns)).toMatchObject({
      direction: 'in',
      amountFen: 150_000n,
    });
  });

  it.each([
    ['借', 'out'],
    ['贷', 'in'],
    ['支出', 'out'],
    ['C', 'in'],
  ])('with one amount goes where its word says: %s', (word, direction) => {
    const one = columnsFor(['交易日期', '借贷标志', '金额', '对方户名']);
    expect(readLine(['2026-11-20', word, '8.05', '绿园'], one)).toMatchObject({ direction, amountFen: 805n });
  });

  it('with one amount and no word goes by its sign', () => {
    const one = columnsFor(['Date', 'Counterparty', 'Amount']);
    expect(readLine(['2026-11-20', 'Green Park', '-8.05'], one)).toMatchObject({ direction: 'out' });
  });

  it.each([
    ['王小明', '王**'],
    ['买买提·吐尔逊', '买******'],
    ['区总工会', '区总工会'],
    ['众工厂', '众工厂'],
    ['绿园物业有限公司工会委员会', '绿园物业有限公司工会委员会'],
  ])('hides a person and no organisation: %s', (name, shown) => {
    expect(readLine(row({ 1: name }), columns)).toMatchObject({ counterparty: shown });
  });
});

describe('what makes a line the same', () => {
  const columns = columnsFor(icbc);
  const identity = (change: Record<number, string>): string => {
    const cells = ['2026-11-20', '绿园', '6222', '15.00', '', '1.00', '划拨', 'A1'];
    const line = readLine(
      cells.map((cell, index) => change[index] ?? cell),
      columns,
    );
    return typeof line === 'string' ? line : line.identity;
  };

  it("is the bank's number with date and amount, whatever the words and the balance", () => {
    const [first] = distinctOf([identity({})]);
    expect(distinctOf([identity({ 5: '99.00', 6: '跨行划拨' })])).toEqual([first]);
    const changes: Record<number, string>[] = [{ 7: 'A2' }, { 3: '15.01' }, { 0: '2026-11-21' }];
    for (const change of changes) expect(distinctOf([identity(change)])).not.toEqual([first]);
  });

  it('is all of it where the bank has no number; and two equal ones in a file are two', () => {
    const plain = identity({ 7: '' });
    const [first, second] = distinctOf([plain, plain]);
    expect(first).not.toBe(second);
    expect(distinctOf([plain])).toEqual([first]);
    expect(distinctOf([identity({ 7: '', 6: '跨行划拨' })])).not.toEqual([first]);
  });
});
