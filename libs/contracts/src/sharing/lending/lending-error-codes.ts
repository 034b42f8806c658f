import type { ErrorText } from '../../core/error-text.js';

/** What is refused of times, shares, holds and waiting around loans, see `../error-codes.ts`. */
export const lendingErrors = {
  PARTY_LOANS_TOO_MANY: {
    kind: 'conflict',
    zh: '最多同时有 {max} 项借用等工会决定，请先等答复或撤回',
    en: 'At most {max} can wait for the union at a time; please wait for an answer, or withdraw one',
  },
  PARTY_LOAN_OWN: {
    kind: 'conflict',
    zh: '自己提出的，须由本会另一位干部决定',
    en: 'Somebody else of the union decides on what you have asked for',
  },
  OUTSIDE_OPENING_HOURS: {
    kind: 'rule',
    zh: '该时段不在开放时间内；同样长的时段最早可借：{next}',
    en: 'This is outside the opening hours; the next time of that length within them: {next}',
  },
  OPENING_HOURS_TOO_SHORT: {
    kind: 'rule',
    zh: '该时段不在开放时间内；今后 {days} 天内也没有这么长的开放时间，可以分几次借',
    en: 'This is outside the opening hours, and none within {days} days are as long; it can be borrowed in several parts',
  },
  OPENING_SPAN_EMPTY: {
    kind: 'rule',
    zh: '关闭时间必须晚于开放时间',
    en: 'It closes later than it opens',
  },
  OPENING_SPANS_OVERLAP: {
    kind: 'rule',
    zh: '同一天的开放时段不能重叠',
    en: 'The hours of one day do not overlap',
  },
  OPENING_DATE_TWICE: {
    kind: 'rule',
    zh: '{date} 写了两次',
    en: '{date} is named twice',
  },
  TOO_EARLY_FOR_YOU: {
    kind: 'conflict',
    zh: '还不能申请这一天；您的工会从 {opensAt} 起可以申请',
    en: 'This day cannot be asked for yet; your union may ask from {opensAt} on',
  },
  TOO_SHORT_NOTICE: {
    kind: 'conflict',
    zh: '至少要提前 {hours} 小时申请；现在最早可借 {earliest} 开始的时段',
    en: 'It is to be asked for {hours} hours before; now the earliest start is {earliest}',
  },
  RESERVED_FOR_SMALL: {
    kind: 'conflict',
    zh: '这段时间为小微企业工会预留；若到 {releasedAt} 仍空着，就向所有工会开放',
    en: 'These hours are kept for unions of small and micro enterprises; what is left of them is for all from {releasedAt} on',
  },
  FAIR_USE: {
    kind: 'conflict',
    zh: '贵会近期借用已达公平使用的上限；同样长的时段最早可从 {nextPossibleAt} 开始',
    en: 'The union has had its fair share of late; a loan of that length may begin at {nextPossibleAt} at the earliest',
  },
  FAIR_USE_LOAN_TOO_LONG: {
    kind: 'rule',
    zh: '单次借用超过了公平使用的上限（{hours} 小时）',
    en: 'A single loan of that length is more than fair use allows ({hours} hours)',
  },
  FAIR_USE_EMPTY: {
    kind: 'rule',
    zh: '公平使用至少要填一项：次数、小时数或间隔',
    en: 'Fair use says at least one of loans, hours and gap',
  },
  EARLIER_NEEDS_HORIZON: {
    kind: 'rule',
    zh: '小微工会提前申请，须先规定最多提前多少天申请',
    en: 'For small unions to ask earlier it has to be said how early all others may',
  },
  HOLD_MISSING: {
    kind: 'conflict',
    zh: '为您保留的时段已过期或已用掉，请重新选择',
    en: 'The time is no longer held for you; please choose again',
  },
  HOLD_OF_OTHER_TIME: {
    kind: 'rule',
    zh: '所保留的不是这个资源或这个时段',
    en: 'What is held is another resource or another time',
  },
  LOAN_TOO_FAR: {
    kind: 'rule',
    zh: '时间最晚到 {lastYear} 年',
    en: 'Nothing is planned beyond the year {lastYear}',
  },
  LOAN_NOT_MOVED: {
    kind: 'rule',
    zh: '时间没有变化',
    en: 'This is the time that it has already',
  },
  LOAN_SERIES_REFUSED: {
    kind: 'conflict',
    zh: '这个规则的每一天都借不到，请看预览里的原因',
    en: 'No day of this rule could be had; the preview says why',
  },
  WAIT_WINDOW_TOO_SHORT: {
    kind: 'rule',
    zh: '可用的时间范围比所需时长短',
    en: 'The window is shorter than what is needed',
  },
  WAIT_WINDOW_TOO_LONG: {
    kind: 'rule',
    zh: '可用的时间范围最长 {days} 天',
    en: 'The window is {days} days at most',
  },
  WAIT_DECISION_PAST: {
    kind: 'rule',
    zh: '最晚答复时间须在现在之后、时间范围结束之前',
    en: 'The latest decision lies ahead, and before the window ends',
  },
  WAITS_TOO_MANY: {
    kind: 'conflict',
    zh: '一个工会对同一资源最多排 {max} 个队，请先撤回一个',
    en: 'A union waits at most {max} times for one resource; please withdraw one first',
  },
  WAIT_LINE_FULL: {
    kind: 'conflict',
    zh: '已有 {max} 家在排队，暂时不能再排',
    en: '{max} wait for it already; no more can join the line at present',
  },
  WAIT_OFFER_MISSING: {
    kind: 'conflict',
    zh: '目前没有为您保留的时段',
    en: 'No time is offered at present',
  },
  LOAN_IMPORT_REFUSED: {
    kind: 'conflict',
    zh: '{count} 行不能导入，整个文件没有导入；请看各行的原因',
    en: '{count} lines cannot be taken in, so none was; see the reason of each',
  },
  LOAN_IMPORT_COLUMNS: {
    kind: 'rule',
    zh: '第一行须有这些列名：类型、借用工会、开始、结束、用途',
    en: 'The first line names the columns: kind, union, start, end, purpose',
  },
  LOAN_IMPORT_EMPTY: {
    kind: 'rule',
    zh: '除列名外没有内容',
    en: 'There is nothing below the names of the columns',
  },
  LOAN_IMPORT_TOO_LONG: {
    kind: 'rule',
    zh: '一次最多导入 {max} 行',
    en: 'At most {max} lines are taken in at once',
  },
  LOAN_IMPORT_KIND: {
    kind: 'rule',
    zh: '类型应为“借用”或“停用”',
    en: 'The kind is loan or block',
  },
  LOAN_IMPORT_TIME: {
    kind: 'rule',
    zh: '时间应写作 2026-12-05 09:00',
    en: 'A time is written 2026-12-05 09:00',
  },
  LOAN_IMPORT_UNION: {
    kind: 'rule',
    zh: '没有名为“{name}”的工会，或有几个同名',
    en: 'There is no union named {name}, or several',
  },
  LOAN_IMPORT_PURPOSE: {
    kind: 'rule',
    zh: '没有写用途，或超过 500 字',
    en: 'The purpose is missing, or too long',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
