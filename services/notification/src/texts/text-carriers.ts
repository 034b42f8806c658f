import type { Provider } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import type { NotificationConfig } from '../config/config.js';
import type { SmsSending } from '../sending/adapters/sms.js';
import { SMS_SENDING } from '../sending/sms-sending.js';
import { Mailbox } from './mailbox.js';
import { type OwnTemplates, SmsCarrier } from './sms-carrier.js';
import { TEXT_CARRIER, type TextCarrier } from './text-carrier.js';

/** Whoever has a provider of text messages needs no files. */
export const textCarrierProvider: Provider = {
  provide: TEXT_CARRIER,
  inject: [CONFIG, SMS_SENDING],
  useFactory: (
    { mailboxDirectory, smsTemplates }: NotificationConfig,
    sms: SmsSending | null,
  ): TextCarrier | null => {
    if (sms !== null) return new SmsCarrier(sms, ownTemplates(smsTemplates));
    return mailboxDirectory === undefined ? null : new Mailbox(mailboxDirectory);
  },
};

/** @param pairs as `SMS_TEMPLATES` has them, which is checked at the start */
function ownTemplates(pairs = ''): OwnTemplates {
  const entries = pairs.split(',').filter((pair) => pair !== '');
  return Object.fromEntries(entries.map((pair) => pair.split('='))) as OwnTemplates;
}
