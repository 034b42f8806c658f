import type { ErrorText } from '../core/error-text.js';

/** What sharing refuses, see `../error-codes.ts`. */
export const sharingErrors = {
  SIGN_UP_AFTER_END: {
    kind: 'rule',
    zh: '报名截止不能晚于活动结束',
    en: 'Sign-up cannot close after the activity has ended',
  },
  TIME_ZONE_UNKNOWN: { kind: 'rule', zh: '没有时区“{timeZone}”', en: 'There is no time zone "{timeZone}"' },
  ACTIVITY_CANCELLED: { kind: 'conflict', zh: '活动已取消', en: 'The activity is cancelled' },
  ACTIVITY_PUBLISHED: {
    kind: 'conflict',
    zh: '活动已发布，不能再增加合办方',
    en: 'The activity is published, so no more co-hosts can join',
  },
  START_PAST: { kind: 'conflict', zh: '开始时间已过，请修改', en: 'The start has passed; please change it' },
  PLACE_MISSING: {
    kind: 'conflict',
    zh: '还没有写在哪里举行；线上活动请写“线上”',
    en: 'It is not said where it takes place; if it is held online, say “online”',
  },
  DESCRIPTION_MISSING: { kind: 'conflict', zh: '还没有活动说明', en: 'There is no description yet' },
  SEATS_MISSING: { kind: 'conflict', zh: '还没有名额', en: 'There are no seats yet' },
  COMPANIONS_MISSING: {
    kind: 'conflict',
    zh: '亲子活动没有同行名额，孩子来不了',
    en: 'Nobody may bring companions, so no child can come',
  },
  INVITATION_OPEN: {
    kind: 'conflict',
    zh: '{party} 还没有答复合办邀请，发布后就不能再加入',
    en: '{party} has not answered the invitation, and cannot join after publishing',
  },
  LOAN_NOT_APPROVED: {
    kind: 'conflict',
    zh: '该借用尚未批准或已结束',
    en: 'The loan is not approved, or is over',
  },
  LOAN_OF_OTHER_RESOURCE: {
    kind: 'rule',
    zh: '该借用不是所填资源的借用',
    en: 'The loan is of another resource',
  },
  LOAN_TOO_SHORT: {
    kind: 'rule',
    zh: '该借用的时段没有覆盖活动时间',
    en: 'The loan does not cover the time of the activity',
  },
  CO_HOST_IS_ORGANISER: {
    kind: 'rule',
    zh: '主办方不能同时是合办方',
    en: 'The organiser cannot be a co-host of its own activity',
  },
  CO_HOSTS_TOO_MANY: {
    kind: 'conflict',
    zh: '合办方最多 {max} 个',
    en: 'An activity has at most {max} co-hosts',
  },
  CO_HOST_BOUND: {
    kind: 'conflict',
    zh: '已有生效的合办协议，不能撤回合办方',
    en: 'An agreement is in force, so a co-host cannot be withdrawn',
  },
  AGREEMENT_REQUIRED: {
    kind: 'conflict',
    zh: '有合办方的活动，须有全体合办方的生效协议才能发布',
    en: 'An activity with co-hosts can be published only once an agreement among all of them is in force',
  },
  AGREEMENT_NOT_PROPOSED: {
    kind: 'conflict',
    zh: '尚未提出现有各合办方的协议',
    en: 'No agreement among the present hosts is proposed',
  },
  AGREEMENT_NOT_CHECKED: {
    kind: 'conflict',
    zh: '协议仍在核对中',
    en: 'The agreement is still being checked',
  },
  AGREEMENT_NOT_SIGNED: {
    kind: 'conflict',
    zh: '{party} 尚未签署协议',
    en: '{party} has not signed the agreement',
  },
  AGREEMENT_NOT_OPEN: {
    kind: 'conflict',
    zh: '协议当前不能签署（{state}）',
    en: 'The agreement cannot be signed at present ({state})',
  },
  AGREEMENT_HASH_DIFFERS: {
    kind: 'conflict',
    zh: '所签内容与当前协议版本不一致，请重新阅读',
    en: 'What you sign is not the text of this version; please read it again',
  },
  AGREEMENT_PARTIES_CHANGED: {
    kind: 'conflict',
    zh: '合办方已变化，请提出新的协议版本',
    en: 'The hosts have changed since; a new version is needed',
  },
  AGREEMENT_PARTY_UNKNOWN: {
    kind: 'rule',
    zh: '该方不是本活动的主办方或合办方',
    en: 'This party is no host of the activity',
  },
  AGREEMENT_BINDS: {
    kind: 'conflict',
    zh: '已生效的协议不能撤回，只能由新版本取代',
    en: 'An agreement in force cannot be withdrawn, only replaced by a new version',
  },
  SIGNING_PARTY_REQUIRED: {
    kind: 'rule',
    zh: '请注明代表哪一方签署',
    en: 'Please say for which party you sign',
  },
  SLOT_TAKEN: { kind: 'conflict', zh: '该时段已被占用', en: 'The time is taken' },
  NO_RIGHT_OF_USE: {
    kind: 'rule',
    zh: '没有覆盖该工会和该时段的使用权',
    en: 'No right of use covers this union and period',
  },
  OVERDUE_LOANS: { kind: 'conflict', zh: '借用方有逾期未还的借用', en: 'The borrower has an overdue loan' },
  LOAN_QUOTA_REACHED: {
    kind: 'conflict',
    zh: '该工会对此资源的未结借用已达上限（{max}）',
    en: 'The union already holds {max} open loans of this resource',
  },
  LOAN_IN_PAST: { kind: 'rule', zh: '不能借用已过去的时段', en: 'A loan cannot begin in the past' },
  LOAN_TOO_LONG: {
    kind: 'rule',
    zh: '借用时段不能超过 {maxDays} 天',
    en: 'A loan lasts at most {maxDays} days',
  },
  LOAN_OVER: { kind: 'conflict', zh: '借用时段已结束', en: 'The period of the loan is over' },
  EXTENSION_NOT_LATER: {
    kind: 'rule',
    zh: '延长后的结束时间必须晚于原结束时间',
    en: 'An extension ends later than the loan does now',
  },
  REASON_REQUIRED: { kind: 'rule', zh: '请填写原因', en: 'A reason is needed' },
  RESOURCE_OUT: { kind: 'conflict', zh: '资源尚未归还', en: 'The resource has not come back yet' },
  RESOURCE_WITHDRAWN: { kind: 'conflict', zh: '资源已停止出借', en: 'The resource is not lent any more' },
  COORDINATES_INCOMPLETE: {
    kind: 'rule',
    zh: '经度和纬度须同时填写',
    en: 'Latitude and longitude are given together',
  },
  PART_OF_PART: { kind: 'rule', zh: '分区不能再分', en: 'A part cannot have parts' },
  AVAILABILITY_TOO_LONG: {
    kind: 'rule',
    zh: '一次最多查询 {maxDays} 天',
    en: 'At most {maxDays} days can be asked for at once',
  },
  GRANTEE_INCOMPLETE: {
    kind: 'rule',
    zh: '使用权的授予对象不完整',
    en: 'To whom the right is granted is not complete',
  },
  GRANTS_TOO_MANY: {
    kind: 'conflict',
    zh: '该资源的有效使用权已达上限（{max}）',
    en: 'The resource has {max} rights of use in force, which is the limit',
  },
  NEED_CLOSED: { kind: 'conflict', zh: '该需求已关闭', en: 'The need is closed' },
  NEED_NOT_BORROWERS: { kind: 'rule', zh: '该需求不属于借用方', en: "The need is not the borrower's" },
  WINDOW_PAST: { kind: 'rule', zh: '所需时段已过去', en: 'The window is in the past' },
  CALENDAR_FEEDS_TOO_MANY: {
    kind: 'conflict',
    zh: '日历订阅最多 {max} 个，请先撤销不用的',
    en: 'You have {max} calendar feeds, which is the limit; please revoke one first',
  },
  ALREADY_CHECKED_IN: { kind: 'conflict', zh: '已签到', en: 'Checked in already' },
} as const satisfies Readonly<Record<string, ErrorText>>;
