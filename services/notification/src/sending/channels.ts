import type { Provider } from '@nestjs/common';
import type { NoticeChannel } from '@gongxiang/contracts/notification/notice-channels';
import { CONFIG } from '@gongxiang/messaging/service';
import type { NotificationConfig } from '../config/config.js';
import { MailAdapter } from './adapters/mail.js';
import { OutsidePost } from './adapters/outside-post.js';
import { SmsAdapter, type SmsSending } from './adapters/sms.js';
import { publicKeyOf, WebPushAdapter } from './adapters/web-push.js';
import { WebhookAdapter } from './adapters/webhook.js';
import { WechatAccount } from './adapters/wechat-account.js';
import { WechatAdapter, wechatFieldsOf } from './adapters/wechat.js';
import { WecomAdapter } from './adapters/wecom.js';
import type { ChannelAdapter } from './channel-port.js';
import { SMS_SENDING } from './sms-sending.js';

/** The ways out that this deployment has. */
export interface Channels {
  readonly adapters: Partial<Record<NoticeChannel, ChannelAdapter>>;
  /** How many messages of a channel leave in a month at most; where nothing is said, as many as there are. */
  readonly monthMax: Partial<Record<NoticeChannel, number>>;
  /** What browsers subscribe with; null where there is no push. */
  readonly pushKey: string | null;
  /** Says whose a WeChat is; null where nothing is sent there. */
  readonly wechat: WechatAccount | null;
}

export const CHANNELS = Symbol('CHANNELS');

export const channelsProvider: Provider = {
  provide: CHANNELS,
  inject: [CONFIG, SMS_SENDING],
  useFactory: (config: NotificationConfig, sms: SmsSending | null): Channels => {
    const outside = new OutsidePost(config.localAddresses === 'true');
    return {
      adapters: present({
        push: pushOf(config, outside),
        mail: mailOf(config),
        sms: sms === null ? undefined : new SmsAdapter(sms),
        wecom: wecomOf(config),
        wechat: wechatOf(config),
        webhook: config.webhooks === 'true' ? new WebhookAdapter(outside) : undefined,
      }),
      monthMax: present({ mail: config.mailMonthMax, sms: sms === null ? undefined : config.smsMonthMax }),
      pushKey: config.pushKey === undefined ? null : publicKeyOf(config.pushKey),
      wechat: wechatAccountOf(config),
    };
  },
};

function pushOf(
  { pushKey, pushContact }: NotificationConfig,
  outside: OutsidePost,
): ChannelAdapter | undefined {
  if (pushKey === undefined || pushContact === undefined) return undefined;
  return new WebPushAdapter({ privateKey: pushKey, contact: pushContact }, outside);
}

function mailOf({ mailUrl, mailFrom }: NotificationConfig): ChannelAdapter | undefined {
  if (mailUrl === undefined || mailFrom === undefined) return undefined;
  return new MailAdapter({ url: mailUrl, from: mailFrom });
}

function wecomOf({
  wecomCorpId: corpId,
  wecomAgentId: agentId = '',
  wecomSecret: secret = '',
  wecomApiUrl: url,
}: NotificationConfig): ChannelAdapter | undefined {
  return corpId === undefined ? undefined : new WecomAdapter({ corpId, agentId, secret, url });
}

function wechatOf({
  wechatTemplateId: templateId,
  wechatTemplateFields = '',
  wechatAppId: appId = '',
  wechatAppSecret: appSecret = '',
  wechatApiUrl: url,
}: NotificationConfig): ChannelAdapter | undefined {
  if (templateId === undefined) return undefined;
  return new WechatAdapter({
    url,
    appId,
    appSecret,
    templateId,
    fields: wechatFieldsOf(wechatTemplateFields),
  });
}

function wechatAccountOf({
  wechatTemplateId: templateId,
  wechatAppId: appId = '',
  wechatAppSecret: appSecret = '',
  wechatApiUrl: url,
  wechatOpenUrl: openUrl,
  publicUrl = '',
}: NotificationConfig): WechatAccount | null {
  return templateId === undefined ? null : new WechatAccount({ appId, appSecret, url, openUrl, publicUrl });
}

function present<T>(
  values: Partial<Record<NoticeChannel, T | undefined>>,
): Partial<Record<NoticeChannel, T>> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Partial<Record<NoticeChannel, T>>;
}
