import type { Provider } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import type { NotificationConfig } from '../config/config.js';
import { AliyunSms, aliyunSmsUrl } from './adapters/aliyun-sms.js';
import type { SmsProvider, SmsSending, SmsSettings } from './adapters/sms.js';
import { TencentSms, tencentSmsUrl } from './adapters/tencent-sms.js';

/** Null where this deployment has no provider of text messages. */
export const SMS_SENDING = Symbol('SMS_SENDING');

export const smsSendingProvider: Provider = {
  provide: SMS_SENDING,
  inject: [CONFIG],
  useFactory: (config: NotificationConfig): SmsSending | null => {
    const provider = providerOf(config);
    const { smsCodeTemplate: code = '', smsNoticeTemplate: notice = '' } = config;
    return provider === null ? null : { provider, templates: { code, notice } };
  },
};

function providerOf(config: NotificationConfig): SmsProvider | null {
  const { smsProvider, smsUrl, smsAppId: appId = '', smsRegion: region } = config;
  const known = settingsOf(config);
  if (smsProvider === 'aliyun') return new AliyunSms({ ...known, url: smsUrl ?? aliyunSmsUrl });
  if (smsProvider !== 'tencent') return null;
  return new TencentSms({ ...known, url: smsUrl ?? tencentSmsUrl, appId, region });
}

/** Which are there wherever text messages are sent. */
function settingsOf({
  smsKeyId: keyId = '',
  smsKeySecret: keySecret = '',
  smsSignName: signName = '',
}: NotificationConfig): Omit<SmsSettings, 'url'> {
  return { keyId, keySecret, signName };
}
