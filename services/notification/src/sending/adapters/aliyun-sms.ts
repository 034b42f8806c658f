import { createHash, createHmac, randomUUID } from 'node:crypto';
import { shanghaiDate } from '@gongxiang/domain';
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

export const aliyunSmsUrl = 'https://dysmsapi.aliyuncs.com';

/** A request without a body, as the signature covers it. */
interface AliyunCall {
  readonly host: string;
  readonly action: string;
  readonly version: string;
  readonly query: Readonly<Record<string, string>>;
  readonly nonce: string;
  readonly at: Date;
}

/** How long after it has left that is noted at most. */
const notedWithinMs = 60_000;
/** Messages of one number on one day that are looked through; no number gets as many. */
const detailsMax = 50;

/** 阿里云短信服务, `SendSms` and `QuerySendDetails` of 2017-05-25. Gaps of templates have names, as `${code}`. */
export class AliyunSms implements SmsProvider {
  readonly valueMax = 35;

  constructor(private readonly settings: SmsSettings) {}

  async send({ id, phone, template, values }: Sms, signal: AbortSignal): Promise<Outcome> {
    const { signName } = this.settings;
    const filled: Readonly<Record<string, string>> =
      values.length === 0 ? {} : { TemplateParam: JSON.stringify(Object.fromEntries(values)) };
    const query = {
      ...filled,
      PhoneNumbers: phone,
      SignName: signName,
      TemplateCode: template,
      OutId: id,
    };
    try {
      return outcomeOf(await this.ask('SendSms', query, signal));
    } catch (error) {
      return failureOf(error);
    }
  }

  /**
   * `QuerySendDetails`, of one number on one day in China; a message is known by the id that went with it. We note a
   * little later than the provider that it has left: at midnight that may be the day after.
   */
  async receipt(phone: string, { id, sentAt }: SentMessage, signal: AbortSignal): Promise<Receipt> {
    const days = [sentAt, new Date(sentAt.getTime() - notedWithinMs)].map(shanghaiDate);
    let receipt: Receipt = { is: 'pending' };
    for (const day of new Set(days)) {
      receipt = await this.receiptOfDay(phone, { id, day }, signal);
      if (receipt.is !== 'pending') break;
    }
    return receipt;
  }

  private async receiptOfDay(
    phone: string,
    { id, day }: { readonly id: string; readonly day: string },
    signal: AbortSignal,
  ): Promise<Receipt> {
    const query = {
      PhoneNumber: phone,
      SendDate: day.replaceAll('-', ''),
      PageSize: String(detailsMax),
      CurrentPage: '1',
    };
    try {
      return receiptOf(await this.ask('QuerySendDetails', query, signal), id);
    } catch (error) {
      return unknownAfter(error);
    }
  }

  private ask(
    action: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<ProviderAnswer> {
    const { url } = this.settings;
    const { host } = new URL(url);
    const call = { host, action, version: '2017-05-25', query, nonce: randomUUID(), at: new Date() };
    const headers = signedHeaders(call, this.settings);
    return askProvider(`${url}/?${canonicalQuery(query)}`, { method: 'POST', headers, body: null }, signal);
  }
}

/** Signature V3 (ACS3-HMAC-SHA256), as published; without `host`, which the client sets itself. */
export function signedHeaders(
  { host, action, version, query, nonce, at }: AliyunCall,
  { keyId, keySecret }: Pick<SmsSettings, 'keyId' | 'keySecret'>,
): Record<string, string> {
  const payloadHash = sha256('');
  const headers = {
    'x-acs-action': action,
    'x-acs-content-sha256': payloadHash,
    'x-acs-date': at.toISOString().replace(/\.\d+Z$/, 'Z'),
    'x-acs-signature-nonce': nonce,
    'x-acs-version': version,
  };
  // They are in the order of their names already.
  const signed = Object.entries({ host, ...headers });
  const names = signed.map(([name]) => name).join(';');
  const lines = signed.map(([name, value]) => `${name}:${value}\n`).join('');
  const canonical = ['POST', '/', canonicalQuery(query), lines, names, payloadHash].join('\n');
  const signature = createHmac('sha256', keySecret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex');
  const authorization = `ACS3-HMAC-SHA256 Credential=${keyId},SignedHeaders=${names},Signature=${signature}`;
  return { ...headers, authorization };
}

function canonicalQuery(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
}

/** RFC 3986: all but letters, digits and `-_.~`. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** So many to one number within a minute, an hour, a day, or from us at all. */
const limited = new Set(['isv.BUSINESS_LIMIT_CONTROL', 'isv.DAY_LIMIT_CONTROL', 'isv.MONTH_LIMIT_CONTROL']);
/** What is wrong with this message, or with its number, will not pass. */
const refused = new Set([
  'isv.MOBILE_NUMBER_ILLEGAL',
  'isv.MOBILE_COUNT_OVER_LIMIT',
  'isv.INVALID_PARAMETERS',
  'isv.INVALID_JSON_PARAM',
  'isv.TEMPLATE_PARAMS_ILLEGAL',
  'isv.PARAM_LENGTH_LIMIT',
  'isv.PARAM_NOT_SUPPORT_URL',
  'isv.BLACK_KEY_CONTROL_LIMIT',
  'isv.SMS_CONTENT_ILLEGAL',
]);
const limitedMs = 60_000;
/** No balance, a key or a template that is wrong: somebody has to do something, and everything waits for that. */
const misconfiguredMs = 300_000;

/** Answers have `Code: OK`, or a code of this list, or of the gateway before it. */
function outcomeOf({ status, retryAfter, body }: ProviderAnswer): Outcome {
  const found = fieldOf(body, 'Code');
  const code = typeof found === 'string' ? found : `status ${status}`;
  if (code === 'OK') return { is: 'sent' };
  if (refused.has(code)) return { is: 'refused', reason: code };
  if (limited.has(code) || code.startsWith('Throttling'))
    return { is: 'down', reason: code, afterMs: limitedMs, ...waitAsked(retryAfter) };
  if (status >= 500) return { is: 'down', reason: code, ...waitAsked(retryAfter) };
  return { is: 'down', reason: code, afterMs: misconfiguredMs };
}

/** Of `SendStatus`: 1 waits for the carrier, 2 has failed, 3 was received. */
const sendFailed = 2;
const sendReceived = 3;

function receiptOf({ status, body }: ProviderAnswer, id: string): Receipt {
  const code = fieldOf(body, 'Code');
  if (code !== 'OK') return { is: 'down', reason: typeof code === 'string' ? code : `status ${status}` };
  const details = fieldOf(fieldOf(body, 'SmsSendDetailDTOs'), 'SmsSendDetailDTO');
  const found: unknown = Array.isArray(details)
    ? details.find((one) => fieldOf(one, 'OutId') === id)
    : undefined;
  const state = fieldOf(found, 'SendStatus');
  if (state === sendReceived) return { is: 'delivered' };
  if (state !== sendFailed) return { is: 'pending' };
  const reason = fieldOf(found, 'ErrCode');
  return { is: 'failed', reason: typeof reason === 'string' && reason !== '' ? reason : 'unknown' };
}
