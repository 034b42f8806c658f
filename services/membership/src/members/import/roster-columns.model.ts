import type { RosterField } from '../member/roster-entry.model.js';

/** The column index of each field; -1 if the file does not have it. */
export type RosterColumns = Readonly<Record<RosterField | 'enterprise', number>>;

/** Known header names of each field; columns may be in any order. */
const aliases: Readonly<Record<keyof RosterColumns, readonly string[]>> = {
  name: ['姓名', '会员姓名', '职工姓名', '名字', 'name'],
  residentNumber: [
    '证件号码',
    '证件号',
    '身份证号',
    '身份证号码',
    '身份证',
    '公民身份号码',
    '居民身份证号码',
    'residentnumber',
    'idnumber',
  ],
  phone: ['手机号', '手机号码', '手机', '联系电话', '移动电话', '电话', '联系方式', 'phone', 'mobile'],
  union: ['工会', '工会名称', '所属工会', '所在工会', '基层工会', '工会代码', '工会编码', 'union'],
  validFrom: ['入会日期', '入会时间', '加入日期', '加入工会日期', 'joined', 'validfrom'],
  employmentKind: [
    '用工形式',
    '用工性质',
    '用工类型',
    '就业形态',
    '就业形式',
    'employmentkind',
    'kindofemployment',
  ],
  sex: ['性别', 'sex', 'gender'],
  enterprise: [
    '企业',
    '企业名称',
    '单位',
    '单位名称',
    '所在单位',
    '工作单位',
    '企业代码',
    'enterprise',
    'company',
  ],
};

/** @returns null if name or resident number has no column */
export function columnsOf(header: readonly string[]): RosterColumns | null {
  const cells = header.map(plainHeader);
  const place = (field: keyof RosterColumns): number =>
    cells.findIndex((cell) => aliases[field].includes(cell));
  const columns: RosterColumns = {
    name: place('name'),
    residentNumber: place('residentNumber'),
    phone: place('phone'),
    union: place('union'),
    validFrom: place('validFrom'),
    enterprise: place('enterprise'),
    employmentKind: place('employmentKind'),
    sex: place('sex'),
  };
  return columns.name === -1 || columns.residentNumber === -1 ? null : columns;
}

/** Reduces a header as people write it, `* 身份证号码（必填）`, to its word. */
function plainHeader(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/[\s*_:\p{Cf}-]/gu, '')
    .toLowerCase();
}

/** Removes a spreadsheet's markers of text cells: `="0123"` and a leading apostrophe. */
export function plainCell(text: string): string {
  return text
    .trim()
    .replace(/^="(.*)"$/s, '$1')
    .replace(/^'/, '');
}

const delimiters = [',', ';', '\t'] as const;

/** The delimiter: whichever of comma, semicolon and tab is most frequent in the header. */
export function delimiterOf(headerLine: string): string {
  const unquoted = headerLine.replace(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => unquoted.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}
