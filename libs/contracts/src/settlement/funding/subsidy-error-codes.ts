import type { ErrorText } from '../../core/error-text.js';

/** What is refused by the rules of subsidies, see `../error-codes.ts`. */
export const subsidyErrors = {
  SUBSIDY_GRADES_REQUIRED: {
    kind: 'rule',
    zh: '分档补助须至少设一档',
    en: 'A graded programme needs at least one grade',
  },
  SUBSIDY_GRADE_DUPLICATE: { kind: 'rule', zh: '档次{grade}重复', en: 'Grade {grade} is named twice' },
  SUBSIDY_GRADE_UNKNOWN: { kind: 'rule', zh: '没有这一档', en: 'There is no such grade' },
  SUBSIDY_BASIS_MIXED: {
    kind: 'rule',
    zh: '按档补助不设比例和上限，按比例补助不设档次',
    en: 'Grades go without percentage and cap, and a percentage without grades',
  },
  SUBSIDY_PERCENT_REQUIRED: {
    kind: 'rule',
    zh: '按比例补助须给出比例和单项上限',
    en: 'A programme by percent needs the percentage and the cap',
  },
  SUBSIDY_WINDOW_OVER: {
    kind: 'rule',
    zh: '申报截止时间已过',
    en: 'The end of the window is in the past',
  },
  SUBSIDY_NOT_OPEN: {
    kind: 'conflict',
    zh: '该项目现在不受理申报',
    en: 'The programme takes no applications now',
  },
  SUBSIDY_STANDING_ONLY: {
    kind: 'conflict',
    zh: '有截止时间的项目到时自动截止，只有常年项目可以手动截止或再开一轮',
    en: 'A call with an end stops by itself; only a standing programme is stopped, or opened for another round',
  },
  SUBSIDY_UNDECIDED: {
    kind: 'conflict',
    zh: '还有 {count} 份申报没有意见',
    en: '{count} applications are not decided yet',
  },
  SUBSIDY_OVER_BUDGET: {
    kind: 'conflict',
    zh: '超出项目预算，预算还剩 {leftFen}',
    en: 'This is more than the budget has left: {leftFen}',
  },
  SUBSIDY_NOT_BELOW: {
    kind: 'rule',
    zh: '只有该工会的下级工会可以申报',
    en: 'Only unions below the giver may apply',
  },
  SUBSIDY_SIZE_NOT_MEANT: {
    kind: 'rule',
    zh: '该项目不面向此类规模单位的工会',
    en: 'The programme is not for unions of enterprises of this size',
  },
  SUBSIDY_ACTIVITY_NOT_OWN: {
    kind: 'rule',
    zh: '活动须由申报工会（或其俱乐部）主办',
    en: 'The activity is not one of the applying union or its clubs',
  },
  SUBSIDY_ACTIVITY_TWICE: {
    kind: 'conflict',
    zh: '该活动已在本项目申报',
    en: 'There is an application for this activity already',
  },
  SUBSIDY_ABOVE_PLANNED: {
    kind: 'rule',
    zh: '申请金额不能超过预计总费用',
    en: 'More is asked for than all of it will cost',
  },
  SUBSIDY_USE_IN_PAST: {
    kind: 'rule',
    zh: '使用截止日期已过去',
    en: 'The last day of use is in the past',
  },
  SUBSIDY_ABOVE_DUE: {
    kind: 'rule',
    zh: '按规则最多可补助 {mostFen}',
    en: 'By the rule of the programme {mostFen} are the most',
  },
  SUBSIDY_NOTICE_OVER: { kind: 'conflict', zh: '公示期已过', en: 'The time of notice is over' },
  SUBSIDY_OBJECTED: {
    kind: 'conflict',
    zh: '您已对此项提出过异议',
    en: 'You have objected to this award already',
  },
  SUBSIDY_OBJECTION_ANSWERED: {
    kind: 'conflict',
    zh: '该异议已答复',
    en: 'The objection is answered already',
  },
  SUBSIDY_BEYOND_GRANT: {
    kind: 'conflict',
    zh: '该活动的补助不够或已用完，还可用 {leftFen}',
    en: 'The subsidy of this activity does not suffice or is used up: {leftFen} can still be drawn',
  },
  SUBSIDY_REPORT_ABOVE_LEFT: {
    kind: 'rule',
    zh: '报告金额超出补助余额 {excessFen}',
    en: 'The report is above what is left of the subsidy by {excessFen}',
  },
  SUBSIDY_EXPENSE_NOT_MEANT: {
    kind: 'rule',
    zh: '该项目不能用于这个支出科目',
    en: 'The programme is not for this expense code',
  },
  SUBSIDY_RECEIPT_REQUIRED: { kind: 'rule', zh: '须附凭证', en: 'The receipt is missing' },
  SUBSIDY_NOT_DUE_BACK: {
    kind: 'conflict',
    zh: '没有可追回的余额，或报告期限未到',
    en: 'Nothing is left to be claimed back, or its report is not due yet',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
