import type { ErrorText } from '../../core/error-text.js';

/** What is refused about the maintenance of resources, see `../error-codes.ts`. */
export const maintenanceErrors = {
  MAINTENANCE_FIRST_DAY_MISSING: {
    kind: 'rule',
    zh: '按天或按月的保养须填写首次日期',
    en: 'A plan by days or months says when it is due first',
  },
  MAINTENANCE_DAY_NOT_COUNTED: {
    kind: 'rule',
    zh: '按借用次数的保养没有首次日期',
    en: 'A plan by loans has no first day',
  },
  MAINTENANCE_DAY_PAST: {
    kind: 'rule',
    zh: '日期不能早于今天',
    en: 'The day lies in the past',
  },
  MAINTENANCE_DONE_LATER: {
    kind: 'rule',
    zh: '完成日期不能晚于今天',
    en: 'It cannot have been done after today',
  },
  MAINTENANCE_DAY_TOO_FAR: {
    kind: 'rule',
    zh: '日期最远到 {year} 年',
    en: 'Nothing is planned beyond the year {year}',
  },
  MAINTENANCE_PLANS_TOO_MANY: {
    kind: 'conflict',
    zh: '一项资源最多 {max} 个保养计划',
    en: 'A resource has at most {max} plans of maintenance',
  },
  MAINTENANCE_PLAN_ENDED: {
    kind: 'conflict',
    zh: '这个保养计划已停止',
    en: 'The plan has been ended',
  },
  MAINTENANCE_TIME_TAKEN: {
    kind: 'conflict',
    zh: '那天的停用时间已被借用或停用，请改一天，或先处理那次借用',
    en: 'The time out of service on that day is taken; please choose another day, or see to what takes it first',
  },
  MAINTENANCE_NOT_LATEST: {
    kind: 'conflict',
    zh: '只能撤销最近一次',
    en: 'Only the latest one can be undone',
  },
  MAINTENANCE_COST_NEGATIVE: {
    kind: 'rule',
    zh: '费用不能为负',
    en: 'A cost is not below zero',
  },
  CONDITION_OF_NO_PIECE: {
    kind: 'rule',
    zh: '只有逐件编号的物件才有状况',
    en: 'Only a single piece has a condition',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
