/**
 * Where notices go beside the inbox: `push` to a browser that a person has allowed it, `mail` to an address that they
 * have proved to be theirs.
 */
export const noticeChannels = ['push', 'mail'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];
