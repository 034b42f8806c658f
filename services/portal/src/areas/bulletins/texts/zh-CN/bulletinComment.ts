export const texts = {
  bulletinComment: {
    title_other: '评论 {{count, number}}',
    isOff: '评论已关闭，以前的评论还能看。',
    openHint: '以“张*”这样的姓名展示。请文明发言，不写与信息无关的内容。',
    checkedHint: '以“张*”这样的姓名展示，经工会审核后别人才看得到。',
    unchecked: '待审核的评论',
    noneUnchecked: '没有待审核的评论。',
    all: '全部评论',
  },
} as const;
