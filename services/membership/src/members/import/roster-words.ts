import type {
  MemberImportRowState,
  RosterWarningCode,
  UndoReason,
} from '@gongxiang/contracts/membership/members/member-import.contract';
import { errorText } from '@gongxiang/contracts/error-codes';
import type { Locale } from '@gongxiang/domain';
import type { RosterField } from '../member/roster-entry.model.js';
import type { MemberImportReportRow } from './member-import.entity.js';

type Words = Readonly<Record<Locale, string>>;

export const resultTitle: Words = { 'zh-CN': '结果', en: 'Result' };

const states: Readonly<Record<MemberImportRowState, Words>> = {
  created: { 'zh-CN': '新增', en: 'New' },
  updated: { 'zh-CN': '更新', en: 'Updated' },
  unchanged: { 'zh-CN': '无变化', en: 'Unchanged' },
  ambiguous: { 'zh-CN': '待确认', en: 'To be confirmed' },
  rejected: { 'zh-CN': '未载入', en: 'Not loaded' },
};

const fields: Readonly<Record<RosterField, Words>> = {
  name: { 'zh-CN': '姓名', en: 'name' },
  residentNumber: { 'zh-CN': '证件号码', en: 'resident number' },
  phone: { 'zh-CN': '手机号', en: 'phone' },
  validFrom: { 'zh-CN': '入会日期', en: 'joining date' },
  union: { 'zh-CN': '工会', en: 'union' },
  employmentKind: { 'zh-CN': '用工形式', en: 'kind of employment' },
  sex: { 'zh-CN': '性别', en: 'sex' },
};

const warnings: Readonly<Record<RosterWarningCode, Words>> = {
  NAME_HAS_DIGITS: { 'zh-CN': '姓名中有数字', en: 'the name has digits' },
  RESIDENT_NUMBER_AREA_UNKNOWN: {
    'zh-CN': '证件号码前两位不是已知的地区代码',
    en: 'the resident number begins with no known area',
  },
  RESIDENT_NUMBER_MAYBE_ROUNDED: {
    'zh-CN': '证件号码末三位为 000，可能被电子表格改写过',
    en: 'the resident number ends in 000: a spreadsheet may have rounded it',
  },
  AGE_UNUSUAL: { 'zh-CN': '按证件号码不满 16 岁或超过 100 岁', en: 'by the number under 16 or over 100' },
  SEX_DIFFERS: { 'zh-CN': '性别与证件号码不一致', en: 'the sex differs from that of the number' },
  JOINED_YOUNG: { 'zh-CN': '入会时不满 16 岁', en: 'under 16 when joining' },
  PHONE_SHARED: { 'zh-CN': '另有一人登记了同一手机号', en: 'somebody else has the same phone' },
  FORMULA_VALUE: { 'zh-CN': '有公式，按保存时的结果读取', en: 'a formula, read as its saved result' },
  ROW_HIDDEN: { 'zh-CN': '该行在表格中是隐藏的', en: 'the row is hidden in the sheet' },
  NUMBER_KEPT: {
    'zh-CN': '证件号码与登记的不同，登记的号码未改；要改请用“更正”',
    en: 'the number on record differs and was kept; use a correction to change it',
  },
};

const kept: Readonly<Record<UndoReason, Words>> = {
  ACTIVATED: { 'zh-CN': '未撤销：本人已激活账号', en: 'Not undone: the member has activated the account' },
  CHANGED_SINCE: { 'zh-CN': '未撤销：之后又有变更', en: 'Not undone: it was changed since' },
};

const undone: Words = { 'zh-CN': '已撤销', en: 'Undone' };
const should: Words = { 'zh-CN': '应为 ', en: 'should be ' };
const sameAs: Readonly<Record<Locale, (row: string) => string>> = {
  'zh-CN': (row) => `（第 ${row} 行）`,
  en: (row) => ` (row ${row})`,
};
const check: Words = { 'zh-CN': '请核对：', en: 'please check: ' };
const signs: Readonly<Record<Locale, { colon: string; comma: string; stop: string }>> = {
  'zh-CN': { colon: '：', comma: '、', stop: '；' },
  en: { colon: ': ', comma: ', ', stop: '; ' },
};

/** What became of a row, in words; never a value of the person but what the row itself should say. */
export function resultOf(row: MemberImportReportRow, isUndone: boolean, locale: Locale): string {
  const { colon, comma, stop } = signs[locale];
  if (isUndone && (row.state === 'created' || row.state === 'updated'))
    return row.keptBecause === null ? undone[locale] : kept[row.keptBecause][locale];
  const changed = row.changes.map(({ field }) => fields[field][locale]).join(comma);
  const problems = [{ code: row.code, field: row.field, hint: row.hint }, ...row.more].flatMap((one) =>
    one.code === null ? [] : [problemOf({ hint: null, ...one, code: one.code }, locale)],
  );
  const seen = row.warnings.map(({ code }) => warnings[code][locale]);
  const parts = [
    ...(changed === '' ? [] : [changed]),
    ...new Set(problems),
    ...(seen.length === 0 ? [] : [check[locale] + [...new Set(seen)].join(comma)]),
  ];
  return parts.length === 0
    ? states[row.state][locale]
    : states[row.state][locale] + colon + parts.join(stop);
}

function problemOf(
  { code, field, hint }: { code: string; field: string | null; hint: string | null },
  locale: Locale,
): string {
  const words = errorText(code)?.[locale === 'en' ? 'en' : 'zh'] ?? code;
  return subjectOf(field, words, locale) + words + hintOf(code, hint, locale);
}

function hintOf(code: string, hint: string | null, locale: Locale): string {
  if (hint === null) return '';
  return code === 'DUPLICATE_IN_FILE' ? sameAs[locale](hint) : ` (${should[locale]}${hint})`;
}

/** Most words name the field already. */
function subjectOf(field: string | null, words: string, locale: Locale): string {
  const known = field !== null && field in fields ? fields[field as RosterField][locale] : null;
  return known === null || words.toLowerCase().includes(known) ? '' : known + signs[locale].colon;
}
