import type { ErrorText } from '../../core/error-text.js';

/** What the tuning of indicators and the reports refuse, see `../error-codes.ts`. */
export const tuningErrors = {
  NOTHING_TO_TUNE: {
    kind: 'rule',
    zh: '请至少勾选一项要删除或合并的指标',
    en: 'Tick at least one indicator to drop or to merge',
  },
  NO_INDICATOR_LEFT: {
    kind: 'rule',
    zh: '至少要保留一个指标',
    en: 'At least one indicator has to stay',
  },
  INDICATOR_NOT_LEAF: {
    kind: 'rule',
    zh: '{id} 不是指标，或同时被保留与删除',
    en: '{id} is no indicator, or is both kept and dropped',
  },
  MERGE_ACROSS_KINDS: {
    kind: 'rule',
    zh: '{first} 与 {second} 的类型、量程或方向不同，不能合并',
    en: '{first} and {second} differ in kind, scale or direction, and cannot become one',
  },
  PERIOD_TOO_LONG: {
    kind: 'rule',
    zh: '期间最长 {years} 年',
    en: 'A period is {years} years at most',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
