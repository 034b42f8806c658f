import type { ErrorText } from '../../core/error-text.js';

/** What is refused at the end of an activity's life, see `../error-codes.ts`. */
export const activityLifeErrors = {
  ACTIVITY_NOT_OVER: {
    kind: 'conflict',
    zh: '只有已结项或已取消的活动才能归档',
    en: 'Only an activity that is closed or cancelled can be archived',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
