import type { ErrorText } from '../../core/error-text.js';

/** What is refused about employments, standings, leaving and groups, see `../../error-codes.ts`. */
export const employmentErrors = {
  EMPLOYER_REQUIRED: {
    kind: 'rule',
    zh: '请选择用人单位，或填写单位名称（二者填一项）',
    en: 'Please choose the employer or give its name, not both',
  },
  EMPLOYMENT_STARTS_AHEAD: {
    kind: 'rule',
    zh: '开始日期不能晚于今天',
    en: 'It cannot begin later than today',
  },
  EMPLOYMENT_ENDS_AHEAD: {
    kind: 'rule',
    zh: '结束日期不能晚于今天',
    en: 'It cannot end later than today',
  },
  EMPLOYMENT_NOT_DISPATCHED: {
    kind: 'rule',
    zh: '只有劳务派遣才填写实际用工单位和服务工会',
    en: 'Only who is dispatched works elsewhere, served by another union',
  },
  EMPLOYMENT_HOST_TWICE: {
    kind: 'rule',
    zh: '实际用工单位请选择或填写名称，只填一项',
    en: 'Please choose where they work or give its name, not both',
  },
  EMPLOYMENT_SERVED_BY_OWN: {
    kind: 'rule',
    zh: '服务工会须是会籍所在工会以外的工会',
    en: 'The union that serves them must be another than their own',
  },
  EMPLOYMENT_THERE: {
    kind: 'conflict',
    zh: '在该单位的用工记录还没有结束',
    en: 'There is an employment at this employer that has not ended',
  },
  EMPLOYMENTS_TOO_MANY: {
    kind: 'conflict',
    zh: '每人最多 {max} 条用工记录',
    en: 'At most {max} employments are kept of a person',
  },
  RETAINED_AHEAD: {
    kind: 'rule',
    zh: '保留会籍的起始日不能晚于今天，也不能早于入会日期',
    en: 'A membership is retained since today or earlier, and not since before it began',
  },
  MEMBERSHIP_NOT_RETURNABLE: {
    kind: 'conflict',
    zh: '不能撤回：只有本人退会后七天之内、且没有加入其他工会时可以撤回',
    en: 'This cannot be taken back: only within seven days of leaving by oneself, and before joining another union',
  },
  GROUP_FOR_MEMBERS: {
    kind: 'rule',
    zh: '小组只收本会及下级工会的会员',
    en: 'A group is for members of its union and of the unions below it',
  },
  GROUP_DISSOLVED: { kind: 'conflict', zh: '小组已经撤销', en: 'The group is dissolved' },
  GROUP_NAME_TAKEN: {
    kind: 'conflict',
    zh: '本会已有同名小组',
    en: 'The union has a group of this name already',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
