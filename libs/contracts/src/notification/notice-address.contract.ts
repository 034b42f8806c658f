import { command, Done, NoRequest, query } from '../core/contract.js';
import { Instant, ListOf, Nested, OneOf, SomeOf, Text, Uuid } from '../core/fields.js';
import { type NoticeChannel, noticeChannels } from './notice-channels.js';

/** The largest number of addresses of one person; of proved and unproved ones together. */
export const noticeAddressesMax = 20;

/** `unproved`: the person has not entered the code that was sent there. */
export const noticeAddressStates = ['unproved', 'active'] as const;
export type NoticeAddressState = (typeof noticeAddressStates)[number];

export class NoticeAddressView {
  @Uuid() id: string;
  @OneOf(noticeChannels, { name: 'NoticeChannel' }) channel: NoticeChannel;
  @Text({
    max: 200,
    description:
      'The browser and its system, the masked mail address, phone or account, the host of a webhook, or of WeChat the end of what it calls the person',
  })
  label: string;
  @OneOf(noticeAddressStates, { name: 'NoticeAddressState' }) state: NoticeAddressState;
  @Instant() createdAt: string;
  @Instant({ nullable: true, description: 'When a notice last left for it' }) reachedAt: string | null;
  @Instant({ nullable: true, description: 'Since when nothing could be delivered there; null if it works' })
  failingSince: string | null;
}

export class NoticeAddressPage {
  @ListOf(() => NoticeAddressView, { max: noticeAddressesMax }) items: NoticeAddressView[];
  @Text({
    nullable: true,
    max: 200,
    description: 'The key that a browser subscribes with; null: there is no push',
  })
  pushKey: string | null;
  @SomeOf(noticeChannels, { description: 'By which notices leave here' }) channels: NoticeChannel[];
}

export class PushKeys {
  @Text({ max: 200, pattern: /^[\w-]+=*$/, description: 'Of the subscription, in base64url' }) p256dh: string;
  @Text({ max: 100, pattern: /^[\w-]+=*$/, description: 'Of the subscription, in base64url' }) auth: string;
}

export class AddPushAddress {
  @Text({ max: 1_000, description: 'Where the browser’s push service takes messages for it' })
  endpoint: string;
  @Nested(() => PushKeys) keys: PushKeys;
  @Text({ max: 200, description: 'The browser and its system, to tell it from others' }) label: string;
}

export class AddMailAddress {
  @Text({
    max: 254,
    pattern: /^[^\s@]+@[^\s@]+\.[^\s@.]+$/,
    description: 'A code is sent to it, which proves it',
  })
  mail: string;
}

export class AddPhoneAddress {
  @Text({
    max: 11,
    pattern: /^1[3-9]\d{9}$/,
    description: 'A mobile number of the mainland; a code is sent to it, which proves it',
  })
  phone: string;
}

export class AddWecomAddress {
  @Text({
    max: 64,
    pattern: /^[A-Za-z0-9][\w.@-]*$/,
    description: 'The account at the enterprise (`userid`); a code is sent to it, which proves it',
  })
  userId: string;
}

export class AddWebhookAddress {
  @Text({
    max: 1_000,
    pattern: /^https?:\/\/\S+$/,
    description: 'Where notices are posted to, over https, in the form of Standard Webhooks',
  })
  url: string;
}

export class NewWebhookView extends NoticeAddressView {
  @Text({ max: 100, description: 'What each post is signed with; it is shown this once', example: 'whsec_…' })
  secret: string;
}

/** One that is not proved yet, and where the person says in WeChat whose it is. */
export class WechatAddressView extends NoticeAddressView {
  @Text({
    max: 2_000,
    description:
      'Opens in WeChat alone: the page goes there, or shows it as a QR code; it leads back to `/notice-settings/wechat` of the portal with `code` and `state`',
  })
  url: string;

  @Instant({ description: 'Until when it is good; it works once' }) until: string;
}

/** What WeChat led back with. */
export class WechatReturn {
  @Text({ max: 512, description: 'As it stands in the address that WeChat led back to' }) code: string;
  @Text({ max: 96, pattern: /^[0-9a-f]{96}$/, description: 'Likewise' }) state: string;
}

/** What whoever has added the address enters, signed in, so that it is theirs. */
export class WechatCodeView {
  @Text({ max: 6, description: 'Shown in WeChat to whoever is to be notified there', example: '314159' })
  code: string;
  @Instant() until: string;
}

export class NoticeAddressId {
  @Uuid() addressId: string;
}

export class ProveNoticeAddress extends NoticeAddressId {
  @Text({ max: 6, pattern: /^\d{6}$/, description: 'The code that was sent to it, or shown in WeChat' })
  code: string;
}

export const noticeAddressContract = {
  list: query('notification.notice-address.list', NoRequest, NoticeAddressPage, {
    http: 'GET me/notice-addresses',
    tag: 'notices',
    summary: 'Lists where the caller’s notices go beside the inbox',
  }),
  addPush: command('notification.notice-address.addPush', AddPushAddress, NoticeAddressView, {
    http: 'POST me/notice-addresses/push',
    tag: 'notices',
    summary: 'Has the caller’s notices sent to a browser',
    example: {
      endpoint: 'https://push.example/send/q3Zt0S2yTq2v8yYw',
      keys: {
        p256dh: 'BPuAnQdoQrvDcNS3cPVOZWmwyTvkZ1WBXbvTG7xDgCZSKXr9DApkMrvCIVq1v6rEyKfKCsXaH1A0d9iAyFvq6bo',
        auth: 'tBHItJI5svbpez7KI4CCXg',
      },
      label: 'Chrome, Android',
    },
  }),
  addMail: command('notification.notice-address.addMail', AddMailAddress, NoticeAddressView, {
    http: 'POST me/notice-addresses/mail',
    tag: 'notices',
    summary: 'Sends a code to a mail address, which the caller’s notices go to once it is proved',
    example: { mail: 'lin@example.com' },
  }),
  addPhone: command('notification.notice-address.addPhone', AddPhoneAddress, NoticeAddressView, {
    http: 'POST me/notice-addresses/sms',
    tag: 'notices',
    summary: 'Sends a code to a phone, which the caller’s urgent notices go to once it is proved',
    example: { phone: '13800001234' },
  }),
  addWecom: command('notification.notice-address.addWecom', AddWecomAddress, NoticeAddressView, {
    http: 'POST me/notice-addresses/wecom',
    tag: 'notices',
    summary: 'Sends a code to an account in WeCom, which the caller’s notices go to once it is proved',
    example: { userId: 'lin.fang' },
  }),
  addWebhook: command('notification.notice-address.addWebhook', AddWebhookAddress, NewWebhookView, {
    http: 'POST me/notice-addresses/webhook',
    tag: 'notices',
    summary: 'Has the caller’s notices posted to a system of their own',
    example: { url: 'https://hooks.example.com/gongxiang' },
  }),
  addWechat: command('notification.notice-address.addWechat', NoRequest, WechatAddressView, {
    http: 'POST me/notice-addresses/wechat',
    tag: 'notices',
    summary:
      'Begins to have the caller’s notices sent to a WeChat, which they name by opening an address in it',
  }),
  returnWechat: command('notification.notice-address.returnWechat', WechatReturn, WechatCodeView, {
    http: 'POST wechat-returns',
    tag: 'public',
    summary:
      'Takes what WeChat led back with, without signing in, and answers with the code by which whoever has begun it proves it; nothing is sent there until then',
    status: 200,
    public: true,
    idempotent: false,
    example: { code: '071AbCdE2fGhIj0KlMnO', state: '3f'.repeat(48) },
  }),
  prove: command('notification.notice-address.prove', ProveNoticeAddress, NoticeAddressView, {
    http: 'POST me/notice-addresses/:addressId/prove',
    tag: 'notices',
    summary:
      'Proves a mail address, a phone or an account in WeCom by the code that was sent to it, or a WeChat by the one that was shown in it',
    status: 200,
    example: { code: '314159' },
  }),
  test: command('notification.notice-address.test', NoticeAddressId, Done, {
    http: 'POST me/notice-addresses/:addressId/test',
    tag: 'notices',
    summary: 'Sends a message to one of the caller’s addresses, to see whether it arrives',
    status: 200,
    example: {},
  }),
  remove: command('notification.notice-address.remove', NoticeAddressId, Done, {
    http: 'DELETE me/notice-addresses/:addressId',
    tag: 'notices',
    summary: 'Has no more notices sent to an address',
  }),
};
