export const texts = {
  stopNotices: {
    title: '不再接收这类消息',
    what: '点下面的按钮以后，这一类消息不再发到您的邮箱和设备。',
    stays: '它们仍会出现在站内“我的通知”里，其他消息照常发送。',
    stop: '不再发送这类消息',
    failed: '没有办成',
    elsewhere: '请打开消息里完整的链接；也可以登录后在“消息提醒”里设置。',
    done: '已办好，这类消息以后只出现在站内“我的通知”里。',
    toSettings: '登录后查看全部提醒设置',
  },
} as const;
