import type { ErrorText } from '../../core/error-text.js';

/** What is refused to whoever makes a series of activities, see `../error-codes.ts`. */
export const seriesErrors = {
  SERIES_RULE_INVALID: {
    kind: 'rule',
    zh: '重复规则中的“{part}”看不懂',
    en: 'The part "{part}" of the rule cannot be read',
  },
  SERIES_RULE_UNSUPPORTED: {
    kind: 'rule',
    zh: '系列不支持重复规则中的“{part}”',
    en: 'A series does not know the part "{part}" of the rule',
  },
  SERIES_WITHOUT_END: {
    kind: 'rule',
    zh: '请写明办多少场（COUNT）或办到哪天（UNTIL）',
    en: 'Please say how many times (COUNT) or until when (UNTIL)',
  },
  SERIES_TWO_ENDS: {
    kind: 'rule',
    zh: '场次数（COUNT）和截止日期（UNTIL）只能写一个',
    en: 'Either COUNT or UNTIL ends a series, not both',
  },
  SERIES_TOO_LONG: {
    kind: 'rule',
    zh: '一个系列最多 {max} 场，且不超过 {years} 年',
    en: 'A series has at most {max} occurrences within {years} years',
  },
  SERIES_EMPTY: {
    kind: 'rule',
    zh: '按这个规则没有可以办的日子',
    en: 'By this rule there is no day on which to hold it',
  },
  SERIES_POOLS_TOO_MANY: {
    kind: 'rule',
    zh: '整个系列的名额池合计不能超过 {max} 个，请减少场次',
    en: 'All pools of a series are at most {max}; please make it shorter',
  },
  SERIES_NOT_LONGER: {
    kind: 'rule',
    zh: '新的结束并不比原来的晚',
    en: 'The new end is not later than the present one',
  },
  ACTIVITY_IN_SERIES: {
    kind: 'conflict',
    zh: '该活动已属于一个系列',
    en: 'The activity is part of a series already',
  },
  NOT_IN_SERIES: {
    kind: 'rule',
    zh: '该活动不是本系列的一场',
    en: 'The activity is no occurrence of this series',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
