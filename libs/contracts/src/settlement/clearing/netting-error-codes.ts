import type { ErrorText } from '../../core/error-text.js';

/** What is refused about frozen parties, netting runs, payments and bank statements, see `../error-codes.ts`. */
export const nettingErrors = {
  ALREADY_FROZEN: {
    kind: 'conflict',
    zh: '该参与方已被冻结，解除后才能再次冻结',
    en: 'The party is frozen already; it has to be released first',
  },
  FREEZE_RELEASED: { kind: 'conflict', zh: '冻结已解除', en: 'The freeze was released already' },
  PARTY_FROZEN: {
    kind: 'conflict',
    zh: '{party}已被冻结，解除前不轧差、不付款',
    en: '{party} is frozen: nothing of it is netted or paid until it is released',
  },
  PARTY_NOT_PAYING: {
    kind: 'rule',
    zh: '个人没有账户，不能冻结',
    en: 'A person has no account here, so cannot be frozen',
  },
  PARTY_CHOSEN_AND_EXCLUDED: {
    kind: 'rule',
    zh: '同一参与方不能既选入又排除',
    en: 'A party cannot be both chosen and left out',
  },
  PAYMENT_AMOUNT_DIFFERS: {
    kind: 'rule',
    zh: '这笔划拨应为 {dueFen}，只能整笔支付；少付请退回重付，或由上级撤销本笔',
    en: 'The transfer is {dueFen} and is paid whole; have another sum sent back, or the transfer written off',
  },
  BANK_FILE_MISSING: {
    kind: 'rule',
    zh: '找不到上传的文件，请重新上传',
    en: 'The uploaded file is not there; please upload it again',
  },
  BANK_FILE_FORMAT: {
    kind: 'rule',
    zh: '文件不是可读取的 CSV 流水，请从网银导出 CSV',
    en: 'The file is no readable .csv; please export the account as .csv from the bank',
  },
  BANK_COLUMNS_MISSING: {
    kind: 'rule',
    zh: '没有找到交易日期、对方户名与借贷金额的列，请保留网银导出的表头',
    en: "No columns of date, counter-party and amounts were found; please keep the bank's headings",
  },
  BANK_FILE_EMPTY: { kind: 'rule', zh: '文件中没有流水', en: 'The file has no line of an account' },
  BANK_FILE_TOO_LONG: {
    kind: 'rule',
    zh: '一次最多导入 {linesMax} 行，请分段导出',
    en: 'At most {linesMax} lines at a time; please export it in parts',
  },
  BANK_STATEMENT_USED: {
    kind: 'conflict',
    zh: '其中有流水已用于确认付款或会费，不能撤销导入',
    en: 'Some of its lines have confirmed payments or are dues, so the import stays',
  },
  BANK_STATEMENT_UNDONE: { kind: 'conflict', zh: '该次导入已撤销', en: 'The import was undone already' },
  BANK_LINE_USED: {
    kind: 'conflict',
    zh: '这条流水已用于确认一笔付款，或已认作会费',
    en: 'This line has confirmed a payment already, or is assigned as dues',
  },
  BANK_LINE_NO_INCOME: {
    kind: 'rule',
    zh: '支出流水不能认作会费',
    en: 'Money that left the account cannot be dues',
  },
  BANK_LINE_NOT_DUES: {
    kind: 'conflict',
    zh: '这条流水没有认作会费，或会费登记还没有退回',
    en: 'This line is not assigned as dues, or its dues were not returned',
  },
  DUES_REFERENCE_WRONG: {
    kind: 'rule',
    zh: '缴费识别码不对，请核对每一位数字',
    en: 'This reference of dues is wrong; please check each figure',
  },
  BANK_LINE_DIFFERS: {
    kind: 'rule',
    zh: '这条流水与该付款的方向不符',
    en: 'The line goes the other way than this payment, or belongs to neither side of it',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
