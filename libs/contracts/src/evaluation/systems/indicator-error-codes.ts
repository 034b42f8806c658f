import type { ErrorText } from '../../core/error-text.js';

/** What evaluation refuses of indicator systems, see `../error-codes.ts`. */
export const indicatorErrors = {
  INDICATOR_FIGURE_REQUIRED: {
    kind: 'rule',
    zh: '指标 {id} 取自填报数据，须写明数据名称；其他指标则不得写明',
    en: 'Indicator {id}: one that is imported from a file names its figure, no other does',
  },
  ITEM_UNFIT: {
    kind: 'rule',
    zh: '指标 {id} 不是测评指标，不能设置答题方式',
    en: 'Indicator {id} is no question, so it has no way of being answered',
  },
  CHOICES_REQUIRED: {
    kind: 'rule',
    zh: '指标 {id} 为选择题，须列出至少两个选项；其他指标则不得列出',
    en: 'Indicator {id}: a question answered by choice lists at least two choices, no other does',
  },
  CHOICE_TWICE: {
    kind: 'rule',
    zh: '指标 {id} 的选项 {choice} 出现了两次',
    en: 'Indicator {id} has the choice {choice} twice',
  },
  CHOICE_OFF_SCALE: {
    kind: 'rule',
    zh: '指标 {id} 的选项 {choice} 的分值超出量程',
    en: 'Indicator {id}: the value of the choice {choice} lies outside its scale',
  },
  TARGET_OFF_SCALE: {
    kind: 'rule',
    zh: '指标 {id} 的目标值超出量程',
    en: 'Indicator {id}: its target lies outside its scale',
  },
  AXIS_TWICE: {
    kind: 'rule',
    zh: '指标 {id} 在维度“{axis}”上出现了两次',
    en: 'Indicator {id} stands twice on the axis “{axis}”',
  },
  TREE_OR_TEMPLATE: {
    kind: 'rule',
    zh: '须给出指标树，或选用一个现成的指标体系',
    en: 'Either the nodes of a tree are given, or a template that has them',
  },
  SYSTEM_RETIRED: {
    kind: 'conflict',
    zh: '该指标体系已停用，只保留旧的结果',
    en: 'The indicator system is retired; it is kept for what rests on it',
  },
  NOTHING_WEIGHED: {
    kind: 'rule',
    zh: '指标体系须至少有一个可以赋权的指标；文字题不计分',
    en: 'A system needs at least one indicator that can be weighed; answers in words are not',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
