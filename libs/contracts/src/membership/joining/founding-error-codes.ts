import type { ErrorText } from '../../core/error-text.js';

/** What is refused about filings that found a union, see `../../error-codes.ts`. */
export const foundingErrors = {
  FOUNDING_NOT_FOUND: {
    kind: 'rule',
    zh: '建会申报编号或验证码不正确，或验证码已过期，请核对后重试',
    en: 'The number of the filing or the code is wrong, or the code has expired; please check both and try again',
  },
  FOUNDING_UNION_EXISTS: {
    kind: 'conflict',
    zh: '这家单位已有工会：{union}。请直接申请加入',
    en: 'This enterprise has a union already: {union}. Please apply to join it',
  },
  FOUNDING_OPEN: {
    kind: 'conflict',
    zh: '这家单位的建会申报正在办理，由{union}受理。请先申请加入{union}',
    en: 'A union for this enterprise has been filed for already, with {union}. Please apply to join {union} meanwhile',
  },
  FOUNDING_MEMBERS: {
    kind: 'rule',
    zh: '计划发展的会员不能多于职工人数，女会员不能多于会员人数，请核对',
    en: 'There cannot be more members than employees, nor more women than members; please check',
  },
  FOUNDING_FORM: {
    kind: 'rule',
    zh: '会员不足 {below} 人的，才可以只选组织员或加入联合基层工会；请选择单独建立工会委员会',
    en: 'An organiser alone, or a joint union, is for fewer than {below} members; please choose a committee of your own',
  },
  FOUNDING_CANDIDATES: {
    kind: 'rule',
    zh: '候选人不齐：工会委员会须有主席和经审人选，有女会员的还须有女工人选；组织员形式只填组织员；联合基层工会不填候选人',
    en: 'Candidates are missing or too many: a committee needs some for chair and audit, and for women where women are members; an organiser needs organisers alone; a joint union none',
  },
  FOUNDING_PRESENT: {
    kind: 'rule',
    zh: '到会人数须在 1 与应到人数之间',
    en: 'At least one is present, and no more than are entitled to vote',
  },
  FOUNDING_HELD_ON: {
    kind: 'rule',
    zh: '选举日期须在批复之日（含）以后、今天（含）以前',
    en: 'The election is held on the day of the approval or later, and no later than today',
  },
  FOUNDING_ELECTED: {
    kind: 'rule',
    zh: '请从候选人中选：主席（或组织员）恰好一人；工会委员会还须有经审人员，有女会员的还须有女工人员',
    en: 'Of the candidates, exactly one is elected chair (or organiser); a committee also has somebody for audit, and for women where women are members',
  },
  FOUNDING_ACT: {
    kind: 'conflict',
    zh: '这份建会申报现在不能这样办理，请刷新后查看进展',
    en: 'This cannot be done with the filing now; please reload it to see where it stands',
  },
  FOUNDING_APPROVAL_NUMBER: {
    kind: 'rule',
    zh: '请填写批复文号',
    en: 'Please enter the number of the approval',
  },
  FOUNDING_JOINT_UNION: {
    kind: 'rule',
    zh: '请选择本会下属的联合基层工会',
    en: 'Please choose the joint union, which is below this one',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
