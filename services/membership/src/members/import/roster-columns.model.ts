import type { RosterField } from '../member/roster-entry.model.js';

export const rosterColumns = [
  'name',
  'residentNumber',
  'phone',
  'union',
  'validFrom',
  'employmentKind',
  'sex',
  'enterprise',
] as const satisfies readonly (RosterField | 'enterprise')[];
export type RosterColumn = (typeof rosterColumns)[number];

/** The column index of each field; -1 if the file does not have it. */
export type RosterColumns = Readonly<Record<RosterColumn, number>>;

/** The header words that a union uses for fields, beside those that everybody uses. */
export type HeaderWords = Readonly<Partial<Record<RosterColumn, string>>>;

/** Known header names of each field; columns may be in any order. */
const aliases: Readonly<Record<RosterColumn, readonly string[]>> = {
  name: ['姓名', '会员姓名', '职工姓名', '员工姓名', '名字', 'name'],
  residentNumber: [
    '证件号码',
    '证件号',
    '身份证号',
    '身份证号码',
    '身份证',
    '公民身份号码',
    '居民身份证号码',
    '居民身份证号',
    '居民身份证',
    '身份证件号码',
    '证照号码',
    'residentnumber',
    'idnumber',
  ],
  phone: [
    '手机号',
    '手机号码',
    '手机',
    '联系电话',
    '移动电话',
    '电话',
    '联系方式',
    '本人手机',
    '联系手机',
    'phone',
    'mobile',
  ],
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

/**
 * Matches columns by their header words.
 * @param words what the union calls its columns: it goes before what others call them
 */
export function matchColumns(header: readonly string[], words: HeaderWords = {}): RosterColumns {
  const cells = header.map(plainHeader);
  const learned = new Set(Object.values(words).map(plainHeader));
  const place = (field: RosterColumn): number => {
    const own = words[field] === undefined ? -1 : cells.indexOf(plainHeader(words[field]));
    // A word that the union uses for one field does not stand for another.
    if (own !== -1) return own;
    return cells.findIndex((cell) => aliases[field].includes(cell) && !learned.has(cell));
  };
  return columnsBy(place);
}

/** @returns null if name or resident number has no column */
export function columnsOf(header: readonly string[], words: HeaderWords = {}): RosterColumns | null {
  const columns = matchColumns(header, words);
  return columns.name === -1 || columns.residentNumber === -1 ? null : columns;
}

/**
 * Columns whose words stand in a second line of the header, below a cell that is merged over several columns.
 * @returns null if the row is no such line
 */
export function withSecondLine(columns: RosterColumns, row: readonly string[]): RosterColumns | null {
  const isBlank = (column: number): boolean => column === -1 || (row[column] ?? '').trim() === '';
  if (!isBlank(columns.name) || !isBlank(columns.residentNumber)) return null;
  const below = matchColumns(row);
  if (!rosterColumns.some((field) => below[field] !== -1)) return null;
  return columnsBy((field) => (below[field] === -1 ? columns[field] : below[field]));
}

export function columnsBy(place: (field: RosterColumn) => number): RosterColumns {
  return {
    name: place('name'),
    residentNumber: place('residentNumber'),
    phone: place('phone'),
    union: place('union'),
    validFrom: place('validFrom'),
    employmentKind: place('employmentKind'),
    sex: place('sex'),
    enterprise: place('enterprise'),
  };
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

const delimiters = [',', ';', '\t', '|'] as const;
/** Titles can stand above the header: the delimiter is sought in that many lines. */
const linesSought = 20;

/** The delimiter: whichever of comma, semicolon, tab and bar is most frequent in one of the first lines. */
export function delimiterOf(head: string): string {
  const lines = head.replace(/"[^"]*"/g, '').split(/\r\n|\n|\r/, linesSought);
  const most = (delimiter: string): number => Math.max(...lines.map((line) => line.split(delimiter).length));
  const counts = delimiters.map(most);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}
