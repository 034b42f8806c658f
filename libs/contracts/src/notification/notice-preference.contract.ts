import { locales, type Locale } from '@gongxiang/domain';
import { command, Done, NoRequest, query, versioned } from '../core/contract.js';
import { ListOf, OneOf, SomeOf, Text, Whole } from '../core/fields.js';
import { type NoticeUrgency, noticeUrgencies } from './kinds/notice-rule.js';
import { type NoticeChannel, noticeChannels } from './notice-channels.js';
import { type NoticeKind, noticeKinds, refusableKinds } from './notice-kinds.js';

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** `daily`, `weekly`: what is only news waits for one message in the evening, or on that of Friday. */
export const noticeDigests = ['none', 'daily', 'weekly'] as const;
export type NoticeDigest = (typeof noticeDigests)[number];

/** What of one channel a person wants. */
export class ChannelPreference {
  @OneOf(noticeChannels, { name: 'NoticeChannel' }) channel: NoticeChannel;
  @SomeOf(noticeUrgencies) urgencies: NoticeUrgency[];
}

export class SetNoticePreferences {
  @OneOf(locales, { description: 'What messages are written in' }) locale: Locale;
  @Text({
    nullable: true,
    pattern: clock,
    description: 'From this time of day nothing is sent; null: no rest',
  })
  quietFrom: string | null;
  @Text({ nullable: true, pattern: clock, description: 'Until this time; what came meanwhile is sent then' })
  quietTo: string | null;
  @OneOf(noticeDigests, { name: 'NoticeDigest' }) digest: NoticeDigest;
  @ListOf(() => ChannelPreference, {
    max: noticeChannels.length,
    description: 'A channel that is missing sends nothing',
  })
  channels: ChannelPreference[];
  @SomeOf(refusableKinds, { description: 'Kinds that stay in the inbox and are sent nowhere' })
  refusedKinds: NoticeKind[];
}

export class KindView {
  @OneOf(noticeKinds, { name: 'NoticeKind' }) kind: NoticeKind;
  @OneOf(noticeUrgencies, { name: 'NoticeUrgency' }) urgency: NoticeUrgency;
  @Text({ max: 100 }) heading: string;
}

export class NoticePreferencesView extends SetNoticePreferences {
  @Whole({ min: 0, description: '0 as long as nothing was set' }) version: number;
  @ListOf(() => KindView, {
    max: refusableKinds.length,
    description: 'Every kind that may be refused, with its heading in the reader’s language',
  })
  kinds: KindView[];
}

export class RefuseByLink {
  @Text({ max: 500, description: 'From the message' }) token: string;
}

const get = query('notification.notice-preference.get', NoRequest, NoticePreferencesView, {
  http: 'GET me/notice-preferences',
  tag: 'notices',
  summary: 'Shows what the caller is notified of beside the inbox, where, and when',
});

export const noticePreferenceContract = {
  get,
  set: versioned(
    command('notification.notice-preference.set', SetNoticePreferences, NoticePreferencesView, {
      http: 'PUT me/notice-preferences',
      tag: 'notices',
      summary: 'Sets what the caller is notified of beside the inbox, where, and when',
      example: {
        locale: 'zh-CN',
        quietFrom: '22:00',
        quietTo: '07:00',
        digest: 'daily',
        channels: [{ channel: 'push', urgencies: ['now', 'soon'] }],
        refusedKinds: ['albumApproved'],
      },
    }),
    get,
  ),
  refuse: command('notification.notice-preference.refuse', RefuseByLink, Done, {
    http: 'POST notice-refusals/:token',
    tag: 'public',
    summary: 'Stops a kind of notice from being sent, by the link in a message',
    status: 200,
    public: true,
    idempotent: false,
    example: {},
  }),
};
