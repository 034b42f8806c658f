import type { NoticeRule } from './notice-rule.js';

/** What a union announces, or a club or a group to its own; in whose name stands beside it. Its words come with it; without an activity it leads to the inbox, where they stand. */
const lines = {
  zh: ['相关活动：{activityTitle}'],
  en: ['About the activity: {activityTitle}'],
} as const;

export const announcementsNotices = {
  announcement: {
    urgency: 'soon',
    link: '/activities/{activityId}',
    forMany: true,
    zh: { title: '公告', lines: lines.zh },
    en: { title: 'Announcement', lines: lines.en },
  },
  announcementNews: {
    urgency: 'whenever',
    link: '/activities/{activityId}',
    forMany: true,
    zh: { title: '动态', lines: lines.zh },
    en: { title: 'News', lines: lines.en },
  },
} as const satisfies Readonly<Record<string, NoticeRule>>;
