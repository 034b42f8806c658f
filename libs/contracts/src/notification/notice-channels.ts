/**
 * Where notices go beside the inbox: `push` to a browser that a person has allowed it, `mail` and `sms` to an address and a
 * phone that they have proved to be theirs, `webhook` to a system of their own, `wecom` to
 * their account at the enterprise in WeCom 企业微信, which they have proved as well, `wechat` to their WeChat 微信, by the
 * service account of the federation, which they follow there.
 */
export const noticeChannels = ['push', 'mail', 'sms', 'webhook', 'wecom', 'wechat'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];
