import type { ErrorText } from '../../core/error-text.js';

/** What is refused of a correction of who came, see `../error-codes.ts`. */
export const attendanceErrors = {
  ACTIVITY_NOT_CLOSED: {
    kind: 'conflict',
    zh: '活动结束归档后才有最终的到场记录，可以更正；此前请在签到处处理',
    en: 'What can be corrected is final attendance, from the close on; until then the door takes care of it',
  },
  CORRECTION_CHANGES_NOTHING: {
    kind: 'rule',
    zh: '到场记录已经是这样，没有可更正的内容',
    en: 'That is what the attendance says already',
  },
  CHECK_IN_COUNTS_NOT: {
    kind: 'rule',
    zh: '这次扫码本来就没有算数，不用撤销',
    en: 'This scan counted for nothing, so there is nothing to undo',
  },
  CORRECTION_WAITING: {
    kind: 'conflict',
    zh: '此人的到场记录已有一份更正等待审批',
    en: 'A correction for this person is waiting to be decided',
  },
  DOOR_LINK_BOUND: {
    kind: 'conflict',
    zh: '这个签到链接已绑定另一部手机；请主办方为这部手机另建一个链接',
    en: 'Another phone works with this door link already; please ask the organiser for a link of your own',
  },
  DOOR_LINK_ENDED: {
    kind: 'conflict',
    zh: '这个签到链接已到期，或活动已结束；如需继续，请主办方另建一个链接',
    en: 'This door link has ended, or the activity is over; please ask the organiser for a new one',
  },
  DOOR_LINK_REVOKED: {
    kind: 'conflict',
    zh: '这个签到链接已被主办方收回；如需继续，请主办方另建一个链接',
    en: 'The organiser has revoked this door link; please ask them for a new one',
  },
  DOOR_LINK_EXPIRY: {
    kind: 'rule',
    zh: '到期时间须晚于现在，且不晚于活动结束后 {max} 小时',
    en: 'It has to end after now, and within {max} hours after the end of the activity',
  },
  DOOR_LINKS_TOO_MANY: {
    kind: 'conflict',
    zh: '一个活动最多同时有 {max} 个签到链接，请先收回不用的',
    en: 'An activity has at most {max} door links at a time; please revoke one that is not used',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
