export const texts = {
  notice: {
    settings: '消息提醒设置',
    none: '还没有通知。报名后的变化、提醒和组织者的消息都会出现在这里。',
    noneUnread: '没有未读的通知。',
    show: '显示哪些通知',
    all: '全部通知',
    unreadOnly_one: '未读的（{{count, number}}）',
    unreadOnly_other: '未读的（{{count, number}}）',
    unread: '未读',
    readAll: '全部标为已读',
    markRead: '标为已读',
    markReadOf: '标为已读：{{title}}',
    notRead: '没有标记成功',
    withdrawn: '组织者撤回了这条消息。',
  },
} as const;
