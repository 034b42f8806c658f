import type { ErrorText } from '../../core/error-text.js';

/** What settlement refuses about budgets, yearly disclosures and vouchers. */
export const budgetErrors = {
  EXPENSE_CODE_TWICE: {
    kind: 'rule',
    zh: '支出科目{expenseCode}重复',
    en: 'Expense code {expenseCode} is named twice',
  },
  MATTER_PAYMENT_DAY: {
    kind: 'rule',
    zh: '日期应在申请（或付款）当天至今天之间',
    en: 'The day is between the request, or the payment, and today',
  },
  BUDGET_EXISTS: {
    kind: 'conflict',
    zh: '该工会{year}年度已有预算，请在其上修改或调整',
    en: 'The union has a budget for {year} already: change or amend that one',
  },
  BUDGET_NOT_DRAFT: {
    kind: 'conflict',
    zh: '预算已提交，不能修改',
    en: 'The budget was submitted and cannot be changed',
  },
  BUDGET_AMENDED_ALREADY: {
    kind: 'conflict',
    zh: '该预算已有一份未批准的调整',
    en: 'An amendment of this budget is under way already',
  },
  DISCLOSURE_YEAR_AHEAD: {
    kind: 'rule',
    zh: '{year}年度尚未开始，不能公开',
    en: '{year} has not begun, so there is nothing to disclose',
  },
  DISCLOSURE_UNCHANGED: {
    kind: 'conflict',
    zh: '与已公开的内容相同，无需再次公开',
    en: 'Nothing has changed since it was disclosed',
  },
  DISCLOSURE_REASON_REQUIRED: {
    kind: 'rule',
    zh: '更正已公开的内容须说明原因',
    en: 'A correction of what was disclosed needs a reason',
  },
  DISCLOSURE_TOO_LONG: {
    kind: 'rule',
    zh: '全年超过 {activitiesMax} 项活动，不能在一页公开',
    en: 'More than {activitiesMax} activities in the year do not fit one disclosure',
  },
  SUBJECT_TWICE: { kind: 'rule', zh: '科目对照重复', en: 'A subject is mapped twice' },
} as const satisfies Readonly<Record<string, ErrorText>>;
