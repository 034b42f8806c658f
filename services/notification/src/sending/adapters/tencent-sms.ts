import { createHash, createHmac } from 'node:crypto';
import type { Outcome } from '../channel-port.js';
import { askProvider, failureOf, fieldOf, type ProviderAnswer, waitAsked } from './provider-call.js';
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

/** 腾讯云短信, `SendSms` of 2021-01-11. Gaps of templates are `{1}`, `{2}` and so on. */
export class TencentSms implements SmsProvider {
  readonly valueMax = 12;

  constructor(private readonly settings: TencentSmsSettings) {}

  async send({ id, phone, template, values }: Sms, signal: AbortSignal): Promise<Outcome> {
    const { url, appId, region, signName } = this.settings;
    const body = JSON.stringify({
      PhoneNumberSet: [`+86${phone}`],
      SmsSdkAppId: appId,
      SignName: signName,
      TemplateId: template,
      TemplateParamSet: values.map(([, value]) => value),
      SessionContext: id,
    });
    const { host } = new URL(url);
    const call = { host, service: 'sms', action: 'SendSms', body, at: new Date() };
    const headers = {
      ...signedHeaders(call, this.settings),
      'x-tc-version': '2021-01-11',
      'x-tc-region': region,
    };
    try {
      return outcomeOf(await askProvider(url, { method: 'POST', headers, body }, signal));
    } catch (error) {
      return failureOf(error);
    }
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
