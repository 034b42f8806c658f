/**
 * Where notices go beside the inbox: `push` to a browser that a person has allowed it, `mail` and `sms` to an address and a
 * phone that they have proved to be theirs, `webhook` to a system of their own.
 */
export const noticeChannels = ['push', 'mail', 'sms', 'webhook'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];
