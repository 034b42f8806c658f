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
} as const satisfies Readonly<Record<string, ErrorText>>;
