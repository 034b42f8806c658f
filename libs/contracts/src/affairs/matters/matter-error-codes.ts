import type { ErrorText } from '../../core/error-text.js';

/** What is refused to whoever brings a matter or deals with it, see `../../error-codes.ts`. */
export const matterErrors = {
  MATTER_STATE: {
    kind: 'conflict',
    zh: '办件的状态已经变了，请看最新的进度',
    en: 'The matter is not where you think it is any more; please look at it again',
  },
  MATTER_NOT_FOR_YOU: {
    kind: 'forbidden',
    zh: '这个办事项目面向{unionName}及其下级工会的会员',
    en: 'This service is for members of {unionName} and of the unions below it',
  },
  MATTER_NOT_ANONYMOUS: {
    kind: 'rule',
    zh: '这个办事项目要实名办理，请先登录',
    en: 'This service needs your name; please sign in first',
  },
  MATTER_TOO_MANY_OPEN: {
    kind: 'conflict',
    zh: '您有 {max} 件事还在办，请等其中一件办结后再提交',
    en: 'You have {max} matters under way; please wait until one of them has ended',
  },
  MATTER_NOT_FOUND_BY_CODE: {
    kind: 'hidden',
    zh: '没有找到这件事，请核对受理编号和查询码',
    en: 'No matter has this number and code; please check both',
  },
  MATTER_OUTCOME_UNKNOWN: { kind: 'rule', zh: '没有这种办理结果', en: 'The service has no such outcome' },
  MATTER_TOPIC_UNKNOWN: { kind: 'rule', zh: '没有这个类别', en: 'The service has no such topic' },
  MATTER_SECOND_PERSON: {
    kind: 'conflict',
    zh: '办理意见要由另一个人复核',
    en: 'Somebody else has to confirm the decision',
  },
  MATTER_HANDLER_UNKNOWN: {
    kind: 'rule',
    zh: '这个人不是承办工会的经办人',
    en: 'This person does not deal with matters at the union that has it',
  },
  MATTER_HOLD_PAST: { kind: 'rule', zh: '恢复日期要在今天之后', en: 'It has to go on after today' },
  MATTER_REOPENED_ONCE: { kind: 'conflict', zh: '一件事只能重办一次', en: 'A matter is reopened once' },
  MATTER_REOPEN_LATE: {
    kind: 'conflict',
    zh: '办结已超过 {days} 天，请重新提交',
    en: 'It was decided more than {days} days ago; please send it anew',
  },
  MATTER_RATED: { kind: 'conflict', zh: '您已经评价过', en: 'You have rated it already' },
  MATTER_PAPER_MISSING: {
    kind: 'rule',
    zh: '文件已经过期，请重新选择',
    en: 'The file is not there any more; please choose it again',
  },
  MATTER_PAPER_FORMAT: {
    kind: 'rule',
    zh: '材料要是 10 MB 以内的 PDF 或照片（JPG、PNG、WebP）',
    en: 'A paper is a PDF or a picture (JPEG, PNG, WebP) of at most 10 MB',
  },
  MATTER_PAPER_UNKNOWN: {
    kind: 'rule',
    zh: '这个办事项目没有要这份材料',
    en: 'The service does not ask for this paper',
  },
  MATTER_PAPERS_MAX: {
    kind: 'conflict',
    zh: '一件事最多附 {max} 份材料',
    en: 'A matter has at most {max} papers',
  },
  MATTER_STEP_UNKNOWN: { kind: 'rule', zh: '这个办事项目没有这一步', en: 'The service has no such step' },
  MATTER_STEP_AHEAD: {
    kind: 'conflict',
    zh: '前面的“{label}”还没有完成',
    en: '“{label}” comes first and is not over yet',
  },
  MATTER_STEP_LATER: {
    kind: 'conflict',
    zh: '后面的步骤已经开始，不能再撤回这一条',
    en: 'A later step has begun; this cannot be taken back any more',
  },
  MATTER_STEP_NEEDED: {
    kind: 'conflict',
    zh: '按这个结果办结，要先完成“{label}”',
    en: 'This outcome needs the result of “{label}” first',
  },
  MATTER_OUTCOME_CONTRARY: {
    kind: 'conflict',
    zh: '这个办理结果与“{label}”的结果不一致',
    en: 'This outcome is not what “{label}” has ended with',
  },
  MATTER_STEP_VALUE: { kind: 'rule', zh: '这一步要填写这一项', en: 'This step needs this' },
  MATTER_STEP_SAID: {
    kind: 'conflict',
    zh: '您在这一步已经表过态',
    en: 'You have spoken in this step already',
  },
  MATTER_BALLOT_SUM: {
    kind: 'rule',
    zh: '到会人数不能多于应到人数，赞成和反对合起来不能多于到会人数',
    en: 'No more can be there than may vote, and no more can say yes or no than are there',
  },
  MATTER_VOTE_UNKNOWN: {
    kind: 'rule',
    zh: '没有找到本会这次表决的计票结果；刚计完票的，请稍后再试',
    en: 'No count of such a vote of this union is known; if it was counted a moment ago, please try again',
  },
  MATTER_SIGNED_TWICE: {
    kind: 'rule',
    zh: '同一个人只算一个签名',
    en: 'A person signs once',
  },
  MATTER_NOTICE_PAST: {
    kind: 'rule',
    zh: '公示不能从今天以前开始',
    en: 'A public notice cannot begin before today',
  },
  MATTER_REMEDY_EARLY: {
    kind: 'rule',
    zh: '整改期限要在今天之后',
    en: 'It has to be mended after today',
  },
  MATTER_NOT_FORWARDED: {
    kind: 'rule',
    zh: '先登记转交，再登记裁定',
    en: 'The papers have to be forwarded before a decision is entered',
  },
  MATTER_OUTSIDE_DECIDED: {
    kind: 'conflict',
    zh: '裁定已经登记；登记有误的，先收回再登记',
    en: 'The decision is entered already; to correct it, take it back first',
  },
  MATTER_OUTSIDE_DAY: {
    kind: 'rule',
    zh: '日期不能晚于今天，裁定不能早于转交',
    en: 'The day cannot be after today, nor a decision before the papers were forwarded',
  },
  MATTER_OUTSIDE_AMOUNT: {
    kind: 'rule',
    zh: '准予的才填金额，金额要大于零',
    en: 'Only what is granted has an amount, and it is more than zero',
  },
  MATTER_STEP_MARKS_MAX: {
    kind: 'conflict',
    zh: '一件事的各步最多记 {max} 条',
    en: 'The steps of a matter have at most {max} entries',
  },
  MATTER_COLLEAGUES_MAX: {
    kind: 'conflict',
    zh: '一件事最多请 {max} 人协办',
    en: 'At most {max} people work on a matter together',
  },
  MATTER_ALLOWANCE_USED: {
    kind: 'conflict',
    zh: '这一项您已经申请过（受理编号 {number}），请等规定的期限过后再提',
    en: 'You have asked for this before (number {number}); please send it again once its time is over',
  },
  MATTER_PAYS_NOTHING: {
    kind: 'rule',
    zh: '这个办事项目不发放款项',
    en: 'Nothing is paid under this service',
  },
  MATTER_PAYMENT_ABOVE: {
    kind: 'rule',
    zh: '一件最多发放 {maxFen}',
    en: 'A matter is paid {maxFen} at most',
  },
  MATTER_PAYMENT_ASKED: {
    kind: 'conflict',
    zh: '已申请付款；被退回或退汇后才能再次申请',
    en: 'A payment was asked for already; another one can be asked for only if it was refused or came back',
  },
  MATTER_INSTALMENTS_SUM: {
    kind: 'rule',
    zh: '各期之和须等于总额 {sumFen}',
    en: 'The instalments have to sum to {sumFen}',
  },
  MATTER_INSTALMENT_DAY: {
    kind: 'rule',
    zh: '各期日期须从今天起依次往后，最晚在 {years} 年以内',
    en: 'Each instalment is later than the one before, today at the earliest and within {years} years',
  },
  MATTER_INSTALMENT_AMOUNT: {
    kind: 'rule',
    zh: '重新申请的这一期为 {partFen}，金额不能改，也不能再分期',
    en: 'The instalment that is asked for again is {partFen}, and is not split',
  },
  MATTER_INSTALMENTS_NONE: {
    kind: 'conflict',
    zh: '没有还未申请的分期',
    en: 'There is no instalment that was not asked for yet',
  },
  MATTER_PAYEES_UNLIKE: {
    kind: 'rule',
    zh: '收款人应与分配办法一一对应，共 {count} 人',
    en: 'There are {count} payees, one for each part of the split and in its order',
  },
  MATTER_PAYEES_SEALED: {
    kind: 'conflict',
    zh: '批准后才能查看收款人',
    en: 'Payees are shown once the payment is approved',
  },
  MATTER_HOLDS_UNTIL_MISSING: {
    kind: 'rule',
    zh: '请填写有效期的最后一天',
    en: 'Please say until which day it holds',
  },
  MATTER_HOLDS_UNTIL_UNUSED: {
    kind: 'rule',
    zh: '这个办理结果没有有效期',
    en: 'This outcome does not end on a day',
  },
  MATTER_HOLDS_UNTIL_PAST: {
    kind: 'rule',
    zh: '有效期的最后一天要在今天之后',
    en: 'The last day has to be after today',
  },
  MATTER_FOLLOWED_UP: {
    kind: 'conflict',
    zh: '没有需要跟进的下一次，或已经有人跟进',
    en: 'Nothing is due again here, or somebody has followed it up already',
  },
  MATTER_ENTRIES_MAX: {
    kind: 'conflict',
    zh: '一件事最多记 {max} 条，请办结后另提一件',
    en: 'A matter has at most {max} entries; please end it and send another one',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
