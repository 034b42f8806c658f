import type { Locale } from '@gongxiang/domain';
import type { EntryStatus } from './calendar.model.js';

interface CalendarWords {
  /** The name in the list of calendars. */
  readonly name: string;
  readonly waiting: (place: number, title: string) => string;
  readonly participation: Readonly<Record<EntryStatus, string>>;
  readonly signUp: (title: string) => string;
  readonly takesPlace: (when: string) => string;
  readonly takesPlaceAt: (when: string, venue: string) => string;
  readonly giveBack: (resource: string) => string;
  readonly giveBackInTime: string;
}

export const calendarWords: Readonly<Record<Locale, CalendarWords>> = {
  'zh-CN': {
    name: '工享',
    waiting: (place, title) => `【候补第${place}位】${title}`,
    participation: {
      CONFIRMED: '已报名。来不了请在工享里取消，名额会让给候补的人。',
      TENTATIVE: '正在候补，有名额时自动转为已报名。',
      CANCELLED: '已取消。',
    },
    signUp: (title) => `可以报名：${title}`,
    takesPlace: (when) => `活动时间：${when}`,
    takesPlaceAt: (when, venue) => `活动时间：${when}\n地点：${venue}`,
    giveBack: (resource) => `归还：${resource}`,
    giveBackInTime: '请在结束时间前归还。要延长，请在工享里申请。',
  },
  en: {
    name: 'Gongxiang',
    waiting: (place, title) => `[No. ${place} in line] ${title}`,
    participation: {
      CONFIRMED:
        'You are signed up. If you cannot come, please cancel in Gongxiang: somebody waits for the seat.',
      TENTATIVE: 'You are waiting: as soon as a seat is free, you have it.',
      CANCELLED: 'Cancelled.',
    },
    signUp: (title) => `Sign-up is open: ${title}`,
    takesPlace: (when) => `Takes place ${when}`,
    takesPlaceAt: (when, venue) => `Takes place ${when}\nWhere: ${venue}`,
    giveBack: (resource) => `Give back: ${resource}`,
    giveBackInTime: 'Please give it back before the end. An extension is asked for in Gongxiang.',
  },
};
