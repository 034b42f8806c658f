import type { ErrorText } from '../error-text.js';
import { seriesErrors } from './series-error-codes.js';

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
  // pool, registration, check-in
  ACTIVITY_NOT_OPEN: {
    kind: 'conflict',
    zh: '活动当前不接受此操作',
    en: 'The activity does not take this at present',
  },
  ACTIVITY_STARTED: { kind: 'conflict', zh: '活动已经开始', en: 'The activity has begun' },
  ACTIVITY_NOT_STARTED: { kind: 'conflict', zh: '活动尚未开始', en: 'The activity has not begun' },
  NOT_OPEN_YET: {
    kind: 'conflict',
    zh: '报名尚未开始，开始时间：{opensAt}',
    en: 'Sign-up opens at {opensAt}',
  },
  SIGN_UP_CLOSED: { kind: 'conflict', zh: '报名已截止', en: 'Sign-up is closed' },
  NO_POOL_FOR_YOU: {
    kind: 'rule',
    zh: '本活动没有面向您所在工会的名额',
    en: 'This activity has no seats for your union',
  },
  NOT_A_MEMBER_ON_THE_DAY: {
    kind: 'rule',
    zh: '活动当日（{date}）会籍无效',
    en: 'There is no active membership on the day of the activity, {date}',
  },
  TOO_MANY_COMPANIONS: {
    kind: 'rule',
    zh: '同行人数超过上限 {max} 人',
    en: 'At most {max} companions may come along',
  },
  AGE_BAND_REQUIRED: {
    kind: 'rule',
    zh: '亲子活动须填写同行人的年龄段',
    en: 'A parent-child activity needs the age band of each companion',
  },
  COMPANIONS_NOT_THERE: {
    kind: 'rule',
    zh: '同行人只有 {companions} 人',
    en: 'There are only {companions} companions to give back',
  },
  ANSWERS_TOO_LARGE: { kind: 'rule', zh: '报名信息过长', en: 'The answers are too long' },
  NO_SEATS_FOR_COMPANIONS: {
    kind: 'conflict',
    zh: '剩余名额不足，无法增加同行人',
    en: 'There are no free seats for more companions',
  },
  POOL_EXISTS: { kind: 'conflict', zh: '该工会的名额池已存在', en: 'There is a pool for this union already' },
  TOO_MANY_POOLS: {
    kind: 'rule',
    zh: '一个活动最多 {max} 个名额池',
    en: 'An activity has at most {max} pools',
  },
  COMMON_POOL_RELEASED: {
    kind: 'rule',
    zh: '通用名额不能再释放，只有工会名额可以',
    en: 'Only the seats of a union are released; those for everybody are free already',
  },
  POOL_TIME_AFTER_START: {
    kind: 'rule',
    zh: '不能晚于活动开始时间',
    en: 'It cannot be later than the start of the activity',
  },
  POOL_RELEASED: {
    kind: 'conflict',
    zh: '该名额已释放到通用名额，请改为调整通用名额',
    en: 'These seats have gone to the common pool; please change that one instead',
  },
  SEATS_OFFERED: {
    kind: 'conflict',
    zh: '有 {held} 个名额已为候补人员保留、等待确认，不能低于此数',
    en: '{held} seats are on offer to people who waited, so there cannot be fewer',
  },
  TOO_MANY_CAPS: {
    kind: 'rule',
    zh: '一个活动最多 {max} 个总限额',
    en: 'An activity has at most {max} caps',
  },
  CAP_BELOW_TAKEN: {
    kind: 'conflict',
    zh: '已有 {taken} 人占用名额，总限额不能低于此数；请先调低名额',
    en: '{taken} people have a seat already, so the cap cannot be lower; please lower the pools first',
  },
  OFFER_MISSING: {
    kind: 'rule',
    zh: '目前没有为您保留的名额',
    en: 'No seat is offered at present',
  },
  OFFER_EXPIRED: {
    kind: 'conflict',
    zh: '保留的名额已于 {expiredAt} 到期；如果还有空位，可以重新报名',
    en: 'The offer ran out at {expiredAt}; you can sign up again, and get a seat if one is free',
  },
  NO_FREE_SEATS: {
    kind: 'conflict',
    zh: '空余名额不够（剩 {free} 个）',
    en: 'There are not enough free seats ({free} left)',
  },
  REGISTRATION_UNKNOWN: { kind: 'rule', zh: '没有这条报名', en: 'There is no such registration' },
  REGISTRATION_CANCELLED: { kind: 'rule', zh: '报名已取消', en: 'The registration was cancelled' },
  REGISTRATION_WAITLISTED: {
    kind: 'rule',
    zh: '仍在候补',
    en: 'The registration is still waiting for a seat',
  },
  HEADS_ABOVE_REGISTERED: {
    kind: 'rule',
    zh: '到场人数多于报名人数',
    en: 'More people than were registered',
  },
  CHECK_IN_TARGET: {
    kind: 'rule',
    zh: '签到须且只能指明签到码、报名或人员之一',
    en: 'A check-in names exactly one of code, registration and person',
  },
  WALK_IN_NOT_CONFIRMED: {
    kind: 'rule',
    zh: '未报名人员入场须由组织者确认',
    en: 'A walk-in needs the confirmation of the organiser',
  },
  WALK_IN_NOT_PERMITTED: {
    kind: 'forbidden',
    zh: '没有准许未报名人员入场的权限',
    en: 'You may not admit a walk-in',
  },
  TURNED_AWAY: {
    kind: 'rule',
    zh: '当时在门口没有放行',
    en: 'The door had turned this person away',
  },
  PERSON_UNKNOWN: { kind: 'rule', zh: '没有找到这个人', en: 'There is no such person' },
  CALENDAR_FEEDS_TOO_MANY: {
    kind: 'conflict',
    zh: '日历订阅最多 {max} 个，请先撤销不用的',
    en: 'You have {max} calendar feeds, which is the limit; please revoke one first',
  },
  ALREADY_CHECKED_IN: { kind: 'conflict', zh: '已签到', en: 'Checked in already' },
  ...seriesErrors,
} as const satisfies Readonly<Record<string, ErrorText>>;
