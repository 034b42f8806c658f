import type { ErrorText } from '../../core/error-text.js';

/** What is refused around announcements, see `../error-codes.ts`. */
export const announcementErrors = {
  AUDIENCE_OUTSIDE: {
    kind: 'rule',
    zh: '只能发给本会及下级工会、本会的俱乐部、小组和活动',
    en: 'It can go to this union and those below it, to their clubs, groups and activities',
  },
  AUDIENCE_DAYS: {
    kind: 'rule',
    zh: '选“近期没有参加活动的会员”时才填天数，也必须填',
    en: 'A number of days is needed for members who have not been reached, and for nobody else',
  },
  ANNOUNCEMENTS_TOO_MANY: {
    kind: 'conflict',
    zh: '一个工会一天最多发 {max} 条公告，请合并，或改天再发',
    en: 'A union announces {max} times a day at most; please put some together, or send this on another day',
  },
  WRITER_AUDIENCE: {
    kind: 'rule',
    zh: '俱乐部只能发给自己的成员，小组只能发给本组的人',
    en: 'A club writes to its own members, and a group to its own people',
  },
  ANNOUNCEMENTS_TOO_MANY_IN_WEEK: {
    kind: 'conflict',
    zh: '俱乐部和小组一周（周一至周日）最多各发 {max} 条公告，请合并，或下周再发',
    en: 'A club or a group announces {max} times a week (Monday to Sunday) at most; please put some together, or send this next week',
  },
  SEND_TIME: {
    kind: 'rule',
    zh: '定时发送时才填发送时间，也必须填',
    en: 'A time is needed where it is sent later, and nowhere else',
  },
  SEND_TIME_PAST: { kind: 'rule', zh: '发送时间已过', en: 'That time has passed' },
  SEND_TIME_FAR: {
    kind: 'rule',
    zh: '最多可以提前 {maxDays} 天安排',
    en: 'It can be scheduled {maxDays} days ahead at most',
  },
  ANNOUNCED_ACTIVITY_HIDDEN: {
    kind: 'rule',
    zh: '这个活动还没有发布，收到公告的人打不开',
    en: 'The activity is not published, so nobody who gets this could open it',
  },
  ANNOUNCEMENT_SENT: {
    kind: 'conflict',
    zh: '公告已经开始发送，不能再修改；可以撤回后重写',
    en: 'It is being sent and cannot be changed any more; you can withdraw it and write another',
  },
  ANNOUNCEMENT_WITHDRAWN: { kind: 'conflict', zh: '公告已经撤回', en: 'It is withdrawn already' },
} as const satisfies Readonly<Record<string, ErrorText>>;
