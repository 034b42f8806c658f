import type { ErrorText } from '../../core/error-text.js';

/** What is refused around tasks, counter-proposals and leaving, see `../error-codes.ts`. */
export const coHostingErrors = {
  ACTIVITY_TASK_AGREED: {
    kind: 'conflict',
    zh: '该任务写在合办协议里，只能由新的协议版本更改',
    en: 'The task stands in the agreement: only a new version changes it',
  },
  ACTIVITY_TASK_NOT_OPEN: {
    kind: 'conflict',
    zh: '该任务当前不能这样处理（{state}）',
    en: 'This cannot be done with the task at present ({state})',
  },
  ACTIVITY_TASKS_TOO_MANY: {
    kind: 'conflict',
    zh: '一个活动在协议之外最多有 {max} 项未了结的任务',
    en: 'An activity has at most {max} open tasks beside its agreement',
  },
  ACTIVITY_TASK_OVERDUE: {
    kind: 'conflict',
    zh: '任务“{title}”（{party}）已过期限',
    en: 'The task "{title}" ({party}) is overdue',
  },
  CO_HOST_LEAVE_CLOSED: {
    kind: 'conflict',
    zh: '已过退出期限，不能再退出合办',
    en: 'The time in which a co-host may leave is over',
  },
  CO_HOST_NOT_JOINED: {
    kind: 'conflict',
    zh: '该方现在不是合办方（{state}）',
    en: 'This party is no co-host at present ({state})',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
