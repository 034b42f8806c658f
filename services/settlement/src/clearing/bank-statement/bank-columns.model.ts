/** The fields read from a line. */
export type BankField =
  'date' | 'counterparty' | 'debit' | 'credit' | 'amount' | 'direction' | 'summary' | 'purpose' | 'serial';

/** The column of each field; -1 if the file does not have it. */
export type BankColumns = Readonly<Record<BankField, number>>;

/** The headings in exports of the large banks; earlier aliases take precedence. */
const aliases: Readonly<Record<BankField, readonly string[]>> = {
  date: [
    '交易日期',
    '记账日期',
    '入账日期',
    '交易时间',
    '交易日期时间',
    '记账时间',
    '发生日期',
    '交易日',
    '日期',
    'bookingdate',
    'transactiondate',
    'date',
  ],
  counterparty: [
    '对方户名',
    '对方单位名称',
    '对方单位',
    '对方账户名称',
    '对方账号名称',
    '对方名称',
    '对手户名',
    '交易对方',
    '收付方名称',
    '收付款人名称',
    '收付方户名',
    '交易对手名称',
    '对手名称',
    '对方',
    'counterparty',
    'counteraccountname',
  ],
  debit: [
    '借方发生额',
    '借方金额',
    '支出金额',
    '转出金额',
    '付款金额',
    '支取金额',
    '借方',
    '支出',
    '支取',
    'debit',
    'debitamount',
    'withdrawal',
  ],
  credit: [
    '贷方发生额',
    '贷方金额',
    '收入金额',
    '转入金额',
    '收款金额',
    '存入金额',
    '贷方',
    '收入',
    '存入',
    'credit',
    'creditamount',
    'deposit',
  ],
  amount: ['交易金额', '发生额', '金额', 'amount'],
  direction: ['借贷标志', '借贷方向', '收支标志', '收支方向', '借贷', '收支', '收支类型', 'direction', 'dc'],
  summary: ['摘要', '交易摘要', '交易类型', 'summary', 'description'],
  purpose: ['用途', '附言', '交易附言', '备注', '客户附言', '交易用途', 'remark', 'purpose'],
  serial: [
    '交易流水号',
    '流水号',
    '银行流水号',
    '核心流水号',
    '交易序号',
    '业务编号',
    '凭证号码',
    '凭证号',
    '回单编号',
    'serialnumber',
    'serial',
    'reference',
    'transactionid',
  ],
};

/** @returns null if the row is no header: it lacks the date, the counterparty, or columns for amount and direction */
export function columnsOf(header: readonly string[]): BankColumns | null {
  const cells = header.map(plainHeader);
  const place = (field: BankField): number =>
    Math.max(-1, aliases[field].map((alias) => cells.indexOf(alias)).find((index) => index !== -1) ?? -1);
  const columns: BankColumns = {
    date: place('date'),
    counterparty: place('counterparty'),
    debit: place('debit'),
    credit: place('credit'),
    amount: place('amount'),
    direction: place('direction'),
    summary: place('summary'),
    purpose: place('purpose'),
    serial: place('serial'),
  };
  const hasAmount = (columns.debit !== -1 && columns.credit !== -1) || columns.amount !== -1;
  return columns.date === -1 || columns.counterparty === -1 || !hasAmount ? null : columns;
}

/** Reduces a heading as banks write it, such as `借方发生额/元(支取)`, to its main word. */
function plainHeader(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/\/元$/, '')
    .replace(/[\s*_:/\p{Cf}-]/gu, '')
    .toLowerCase();
}

const delimiters = [',', ';', '\t', '|'] as const;

/**
 * The delimiter: the most frequent of comma, semicolon, tab and bar among the first lines, because banks put the name
 * of the account above the header.
 */
export function delimiterOf(head: string): string {
  const unquoted = head.replace(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => unquoted.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}
