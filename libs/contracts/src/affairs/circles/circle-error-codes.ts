import type { ErrorText } from '../../core/error-text.js';

/** What is refused about circles, see `../../error-codes.ts`. */
export const circleErrors = {
  CIRCLE_STATE: {
    kind: 'conflict',
    zh: '圈子现在的状态不能这样处理，请刷新后再看',
    en: 'The circle is in a state in which this is not possible; read it again',
  },
  CIRCLE_POST_STATE: {
    kind: 'conflict',
    zh: '这条内容现在的状态不能这样处理，请刷新后再看',
    en: 'This post is in a state in which this is not possible; read it again',
  },
  CIRCLE_MEMBER_STATE: {
    kind: 'conflict',
    zh: '这个人现在的状态不能这样处理，请刷新后再看',
    en: 'This person stands to the circle in a way in which this is not possible; read it again',
  },
  CIRCLES_MAX: {
    kind: 'conflict',
    zh: '每人最多加入 {max} 个圈子',
    en: 'Each person is in {max} circles at most',
  },
  CIRCLE_MODERATORS_MAX: {
    kind: 'conflict',
    zh: '一个圈子最多指定 {max} 位管理员',
    en: 'A circle has {max} moderators at most, beside officers',
  },
  CIRCLE_POSTS_MAX: {
    kind: 'conflict',
    zh: '24 小时内最多发 {max} 条，请过些时候再发',
    en: 'Within 24 hours {max} at most are written; please try later',
  },
  CIRCLE_COMMENT_LONG: {
    kind: 'rule',
    zh: '评论最多 {max} 字',
    en: 'A comment has {max} characters at most',
  },
  CIRCLE_REPORTED_BEFORE: {
    kind: 'conflict',
    zh: '您已经举报过，正在处理',
    en: 'You have reported this already; it is being dealt with',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
