import type { ErrorText } from '../../core/error-text.js';

/** What judging rounds and their judges are refused, see `../error-codes.ts`. */
export const judgementErrors = {
  ROUND_ENDS_IN_PAST: {
    kind: 'rule',
    zh: '评判轮的截止时间必须在现在之后、一年之内',
    en: 'A judging round ends in the future, within a year',
  },
  ROUND_NODE: {
    kind: 'rule',
    zh: '“{parent}”之下不是 {min} 至 {max} 个指标，无法两两比较',
    en: 'There are not {min} to {max} indicators below {parent}: they cannot be compared in pairs',
  },
  ROUND_EMPTY: {
    kind: 'rule',
    zh: '没有可以两两比较的指标',
    en: 'There are no indicators to compare in pairs',
  },
  ROUND_CLOSED: { kind: 'conflict', zh: '评判轮已经结束', en: 'The judging round has ended' },
  ROUND_OPEN: { kind: 'conflict', zh: '评判轮尚未结束', en: 'The judging round has not ended yet' },
  JUDGES_TOO_MANY: {
    kind: 'rule',
    zh: '一轮最多邀请 {max} 位评判人',
    en: 'At most {max} judges are invited to a round',
  },
  JUDGE_NAMED_ALREADY: {
    kind: 'conflict',
    zh: '这一轮已邀请过 {name}',
    en: '{name} has been invited to this round already',
  },
  JUDGE_REVOKED: {
    kind: 'conflict',
    zh: '这位评判人的链接已撤销',
    en: "This judge's link has been revoked",
  },
  WEIGHT_CHANGE: {
    kind: 'rule',
    zh: '给定的权重之和不能超过 1，且其余指标须有可分配的权重',
    en: 'The weights given sum to at most 1, and what is left needs other indicators to go to',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
