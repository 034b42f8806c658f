import { createHash, createHmac } from 'node:crypto';
import type { Outcome, Receipt, SentMessage } from '../channel-port.js';
import {
  askProvider,
  failureOf,
  fieldOf,
  type ProviderAnswer,
  unknownAfter,
  waitAsked,
} from './provider-call.js';
import type { Sms, SmsProvider, SmsSettings } from './sms.js';

export const tencentSmsUrl = 'https://sms.tencentcloudapi.com';

export interface TencentSmsSettings extends SmsSettings {
  /** `SmsSdkAppId` of the application in the console. */
  readonly appId: string;
  /** Where it is sent from, such as `ap-guangzhou`. */
  readonly region: string;
}

/** A request, as the signature covers it. */
interface TencentCall {
  readonly host: string;
  readonly service: string;
  readonly action: string;
  readonly body: string;
  readonly at: Date;
}

/** When the provider sent a message may be that much before or after when it took it, by our clock. */
const aroundSeconds = 900;
/** Messages to one number in that time that are looked through: as many as it tells at once. */
const statusesMax = 100;

/** 腾讯云短信, `SendSms` and `PullSmsSendStatusByPhoneNumber` of 2021-01-11. Gaps of templates are `{1}`, `{2}` and so on. */
export class TencentSms implements SmsProvider {
  readonly valueMax = 12;

  constructor(private readonly settings: TencentSmsSettings) {}

  async send({ id, phone, template, values }: Sms, signal: AbortSignal): Promise<Outcome> {
    const { appId, signName } = this.settings;
    const body = {
      PhoneNumberSet: [`+86${phone}`],
      SmsSdkAppId: appId,
      SignName: signName,
      TemplateId: template,
      TemplateParamSet: values.map(([, value]) => value),
      SessionContext: id,
    };
    try {
      return outcomeOf(await this.ask('SendSms', body, signal));
    } catch (error) {
      return failureOf(error);
    }
  }

  /**
   * `PullSmsSendStatusByPhoneNumber`: unlike the queue of all reports it says the same each time, so that nothing is lost
   * with whoever has asked.
   */
  async receipt(phone: string, { id, sentAt }: SentMessage, signal: AbortSignal): Promise<Receipt> {
    const sentSeconds = Math.floor(sentAt.getTime() / 1_000);
    const body = {
      SmsSdkAppId: this.settings.appId,
      PhoneNumber: `+86${phone}`,
      SendDateTime: sentSeconds - aroundSeconds,
      EndDateTime: sentSeconds + aroundSeconds,
      Offset: 0,
      Limit: statusesMax,
    };
    try {
      return receiptOf(await this.ask('PullSmsSendStatusByPhoneNumber', body, signal), id);
    } catch (error) {
      return unknownAfter(error);
    }
  }

  private ask(action: string, asked: object, signal: AbortSignal): Promise<ProviderAnswer> {
    const { url, region } = this.settings;
    const body = JSON.stringify(asked);
    const { host } = new URL(url);
    const headers = {
      ...signedHeaders({ host, service: 'sms', action, body, at: new Date() }, this.settings),
      'x-tc-version': '2021-01-11',
      'x-tc-region': region,
    };
    return askProvider(url, { method: 'POST', headers, body }, signal);
  }
}

/** Signature v3 (TC3-HMAC-SHA256), as published; without `host`, which the client sets itself. */
export function signedHeaders(
  { host, service, action, body, at }: TencentCall,
  { keyId, keySecret }: Pick<SmsSettings, 'keyId' | 'keySecret'>,
): Record<string, string> {
  const contentType = 'application/json; charset=utf-8';
  const seconds = String(Math.floor(at.getTime() / 1_000));
  const day = at.toISOString().slice(0, 10);
  const names = 'content-type;host;x-tc-action';
  const lines = `content-type:${contentType}\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n`;
  const canonical = ['POST', '/', '', lines, names, sha256(body)].join('\n');
  const scope = `${day}/${service}/tc3_request`;
  const key = [day, service, 'tc3_request'].reduce<string | Buffer>(hmac, `TC3${keySecret}`);
  const signature = hmac(key, `TC3-HMAC-SHA256\n${seconds}\n${scope}\n${sha256(canonical)}`).toString('hex');
  return {
    'content-type': contentType,
    'x-tc-action': action,
    'x-tc-timestamp': seconds,
    authorization: `TC3-HMAC-SHA256 Credential=${keyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
  };
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What is wrong with this message, or with its number, will not pass; nor does it today, where a number has had enough. */
const refused = new Set([
  'LimitExceeded.PhoneNumberDailyLimit',
  'LimitExceeded.PhoneNumberSameContentDailyLimit',
  'InvalidParameterValue.IncorrectPhoneNumber',
  'InvalidParameterValue.ContentLengthLimit',
  'InvalidParameterValue.TemplateParameterFormatError',
  'InvalidParameterValue.TemplateParameterLengthLimit',
  'InvalidParameterValue.ProhibitedUseUrlInTemplateParameter',
  'UnsupportedOperation.UnsupportedRegion',
  'FailedOperation.ContainSensitiveWord',
]);
/** Whoever has answered a message with T is sent none any more. */
const optedOut = 'FailedOperation.PhoneNumberInBlacklist';
const limitedMs = 60_000;
/** No balance, a key or a template that is wrong: somebody has to do something, and everything waits for that. */
const misconfiguredMs = 300_000;

/** An answer has an error of the whole call, or what became of each number, always with status 200. */
function outcomeOf({ status, retryAfter, body }: ProviderAnswer): Outcome {
  const code = codeOf(fieldOf(body, 'Response')) ?? `status ${status}`;
  if (code === 'Ok') return { is: 'sent' };
  if (code === optedOut) return { is: 'gone' };
  if (refused.has(code)) return { is: 'refused', reason: code };
  if (/^(Request)?LimitExceeded/.test(code))
    return { is: 'down', reason: code, afterMs: limitedMs, ...waitAsked(retryAfter) };
  if (status >= 500 || code.startsWith('InternalError'))
    return { is: 'down', reason: code, ...waitAsked(retryAfter) };
  return { is: 'down', reason: code, afterMs: misconfiguredMs };
}

function codeOf(response: unknown): string | undefined {
  const statuses = fieldOf(response, 'SendStatusSet');
  const first: unknown = Array.isArray(statuses) ? statuses[0] : undefined;
  const code = fieldOf(fieldOf(response, 'Error') ?? first, 'Code');
  return typeof code === 'string' ? code : undefined;
}

function receiptOf({ status, body }: ProviderAnswer, id: string): Receipt {
  const response = fieldOf(body, 'Response');
  const statuses = fieldOf(response, 'PullSmsSendStatusSet');
  if (!Array.isArray(statuses)) return { is: 'down', reason: codeOf(response) ?? `status ${status}` };
  const found: unknown = statuses.find((one) => fieldOf(one, 'SessionContext') === id);
  const state = fieldOf(found, 'ReportStatus');
  if (state === 'SUCCESS') return { is: 'delivered' };
  if (state !== 'FAIL') return { is: 'pending' };
  const reason = fieldOf(found, 'Description');
  return { is: 'failed', reason: typeof reason === 'string' && reason !== '' ? reason : 'unknown' };
}
