import type { ErrorText } from '../../core/error-text.js';

/** What evaluation refuses of files of figures, see `../error-codes.ts`. */
export const figureErrors = {
  FIGURE_FILE_MISSING: {
    kind: 'rule',
    zh: '没有找到您上传的文件，请重新上传',
    en: 'There is no such file of yours; please upload it again',
  },
  FIGURE_FILE_FORMAT: {
    kind: 'rule',
    zh: '文件不是可读的 .csv 或 .xlsx 表格',
    en: 'The file is no .csv or .xlsx that can be read',
  },
  FIGURE_FILE_EMPTY: { kind: 'rule', zh: '表格里没有数据', en: 'There are no rows in the file' },
  FIGURE_FILE_TOO_LONG: {
    kind: 'rule',
    zh: '一次最多导入 {max} 行',
    en: 'A file has at most {max} rows',
  },
  FIGURE_COLUMNS: {
    kind: 'rule',
    zh: '第一行须有这些列：对象类别、对象、数据名称、期间、数值、来源',
    en: 'The first row has to name the columns kind, subject, figure, period, value, source',
  },
  FIGURE_IMPORT_REFUSED: {
    kind: 'rule',
    zh: '有 {count} 行不能导入，一行也没有导入',
    en: '{count} rows cannot be taken in; none was',
  },
  FIGURE_KIND: {
    kind: 'rule',
    zh: '对象类别须为活动、俱乐部、资源、工会或品牌',
    en: 'The kind is one of activity, club, resource, union, brand',
  },
  FIGURE_SUBJECT: {
    kind: 'rule',
    zh: '没有找到“{name}”，请写全称或编号',
    en: 'There is no “{name}”; write its whole name, or its id',
  },
  FIGURE_SUBJECT_TWICE: {
    kind: 'rule',
    zh: '有多个“{name}”，请改写编号',
    en: 'There are several “{name}”; write the id instead',
  },
  FIGURE_SUBJECT_ELSEWHERE: {
    kind: 'rule',
    zh: '“{name}”不属于这个工会或它的下级',
    en: '“{name}” belongs neither to this union nor below it',
  },
  FIGURE_NAME: {
    kind: 'rule',
    zh: '请填写数据名称，最多 {max} 字',
    en: 'The figure needs a name of at most {max} signs',
  },
  FIGURE_PERIOD: {
    kind: 'rule',
    zh: '期间须写作 2026、2026Q3、2026-10 或 2026-07-01~2026-09-30',
    en: 'A period is written as 2026, 2026Q3, 2026-10 or 2026-07-01~2026-09-30',
  },
  FIGURE_VALUE: {
    kind: 'rule',
    zh: '数值须为数字，如 14、0.85 或 85%',
    en: 'A value is a number: 14, 0.85, 85%',
  },
  FIGURE_SOURCE: {
    kind: 'rule',
    zh: '请填写数据来源，最多 {max} 字',
    en: 'Where the value comes from is to be said, in at most {max} signs',
  },
  FIGURE_TWICE: {
    kind: 'rule',
    zh: '与第 {row} 行重复：同一对象、数据和期间只能有一行',
    en: 'The same subject, figure and period stand in row {row} already',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
