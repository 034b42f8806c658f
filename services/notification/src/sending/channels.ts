import type { Provider } from '@nestjs/common';
import type { NoticeChannel } from '@gongxiang/contracts/notification/notice-channels';
import { CONFIG } from '@gongxiang/messaging/service';
import type { NotificationConfig } from '../config/config.js';
import { MailAdapter } from './adapters/mail.js';
import { publicKeyOf, WebPushAdapter } from './adapters/web-push.js';
import type { ChannelAdapter } from './channel-port.js';

/** The ways out that this deployment has. */
export interface Channels {
  readonly adapters: Partial<Record<NoticeChannel, ChannelAdapter>>;
  /** What browsers subscribe with; null where there is no push. */
  readonly pushKey: string | null;
}

export const CHANNELS = Symbol('CHANNELS');

export const channelsProvider: Provider = {
  provide: CHANNELS,
  inject: [CONFIG],
  useFactory: ({ pushKey, pushContact, pushLocal, mailUrl, mailFrom }: NotificationConfig): Channels => ({
    adapters: {
      ...(pushKey !== undefined && pushContact !== undefined
        ? {
            push: new WebPushAdapter({
              privateKey: pushKey,
              contact: pushContact,
              allowsLocal: pushLocal === 'true',
            }),
          }
        : {}),
      ...(mailUrl !== undefined && mailFrom !== undefined
        ? { mail: new MailAdapter({ url: mailUrl, from: mailFrom }) }
        : {}),
    },
    pushKey: pushKey === undefined ? null : publicKeyOf(pushKey),
  }),
};
