import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LocalServer } from './local-server.fixture.js';

/** A text message as it came to a phone: what stands in the gaps of a template. */
export interface ArrivedSms {
  readonly phone: string;
  readonly template: string;
  /** In the first gap; empty where there is none. */
  readonly value: string;
  readonly values: readonly string[];
  readonly id: string;
}

interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

interface Reply {
  readonly status: number;
  readonly body: object;
}

/** A provider of text messages: it checks the signature, the template and its gaps, and answers with the codes that it has published. */
abstract class FakeSmsProvider extends LocalServer {
  static readonly keys = { smsKeyId: 'a-key', smsKeySecret: 'a-secret-of-the-key' };
  static readonly signName = '滨江区总工会';
  static readonly templates = { code: '244001', notice: '244002' };
  /** Templates that kinds of account texts have for themselves. */
  static readonly own = {
    phoneChange: '244003',
    invitation: '244004',
    phoneChangeWaits: '244005',
    totpAdded: '244006',
    recoveryCodeUsed: '244007',
  };
  /** The gaps of each template that was approved. */
  static readonly gaps: Readonly<Record<string, readonly string[]>> = {
    '244001': ['code'],
    '244002': ['notice'],
    '244003': ['code'],
    '244004': ['union', 'token'],
    '244005': ['phone', 'token'],
    '244006': [],
    '244007': ['left'],
  };
  readonly arrived: ArrivedSms[] = [];
  /** Answers everything with this code. */
  code: string | null = null;
  /** What the carrier has reported of messages to one number; nothing where it has not yet. */
  readonly reports = new Map<string, { readonly hasArrived: boolean; readonly code: string }>();
  /** Numbers that were asked for. */
  readonly asked: string[] = [];
  /** Answers with a code to one number. */
  readonly codes = new Map<string, string>();

  to(phone: string): ArrivedSms[] {
    return this.arrived.filter((one) => one.phone === phone);
  }

  protected abstract answer(asked: Asked): Reply;

  /** @returns `number`, `template` or `length` if that is wrong, or the code that it has to answer; null if it was taken */
  protected accept(sms: ArrivedSms, valueMax: number): string | null {
    const code = this.code ?? this.codes.get(sms.phone);
    if (code !== undefined) return code;
    if (!/^1[3-9]\d{9}$/.test(sms.phone)) return 'number';
    const gaps = FakeSmsProvider.gaps[sms.template];
    if (gaps === undefined) return 'template';
    if (sms.values.some((value) => [...value].length > valueMax)) return 'length';
    if (gaps.includes('code') && !/^\d{1,6}$/.test(sms.value)) return 'length';
    this.arrived.push(sms);
    return null;
  }

  protected async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://local');
    const asked = {
      path: pathname,
      query: searchParams,
      headers: request.headers,
      body: Buffer.concat(parts).toString(),
    };
    const { status, body } = this.answer(asked);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
/** Every byte but letters, digits and `-_.~` as `%XX`, as both providers describe it. */
const escaped = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) => String.fromCharCode(byte))
    .map((sign) =>
      /[\w.~-]/.test(sign) ? sign : `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('');

/** The signed headers, as `name:value` lines, from those that came. */
function linesOf(names: readonly string[], headers: IncomingMessage['headers']): string {
  return names.map((name) => `${name}:${String(headers[name]).trim()}\n`).join('');
}

/** https://help.aliyun.com/document_detail/101346.html has its codes. */
export class FakeAliyun extends FakeSmsProvider {
  private readonly nonces = new Set<string>();

  protected answer(asked: Asked): Reply {
    if (!this.isSigned(asked)) return { status: 400, body: { Code: 'SignatureDoesNotMatch' } };
    if (asked.headers['x-acs-version'] !== '2017-05-25')
      return { status: 404, body: { Code: 'InvalidVersion' } };
    if (asked.headers['x-acs-action'] === 'QuerySendDetails') return this.detailsOf(asked.query);
    if (asked.headers['x-acs-action'] !== 'SendSms')
      return { status: 404, body: { Code: 'InvalidAction.NotFound' } };
    const problem = this.problemOf(asked.query);
    return { status: 200, body: { Code: problem ?? 'OK', Message: 'in words', RequestId: 'F655A8D5' } };
  }

  /** https://help.aliyun.com/document_detail/419277.html */
  private detailsOf(query: URLSearchParams): Reply {
    const phone = query.get('PhoneNumber') ?? '';
    const [size, page] = [Number(query.get('PageSize')), Number(query.get('CurrentPage'))];
    this.asked.push(phone);
    if (this.code !== null) return { status: 200, body: { Code: this.code, Message: 'in words' } };
    if (!/^\d{8}$/.test(query.get('SendDate') ?? '') || !(size >= 1 && size <= 50) || page < 1)
      return { status: 400, body: { Code: 'isv.INVALID_PARAMETERS' } };
    const report = this.reports.get(phone);
    const details = this.to(phone).map((sms) => ({
      PhoneNum: phone,
      TemplateCode: sms.template,
      Content: '【滨江区总工会】',
      OutId: sms.id,
      SendStatus: report === undefined ? 1 : report.hasArrived ? 3 : 2,
      ErrCode: report?.code ?? '',
      SendDate: '2026-11-20 10:00:00',
      ReceiveDate: '2026-11-20 10:00:03',
    }));
    const SmsSendDetailDTOs = { SmsSendDetailDTO: details.slice(0, size) };
    const answer = { Code: 'OK', Message: 'OK', RequestId: '819BE656', TotalCount: String(details.length) };
    return { status: 200, body: { ...answer, SmsSendDetailDTOs } };
  }

  private problemOf(query: URLSearchParams): string | null {
    if (query.get('SignName') !== FakeSmsProvider.signName) return 'isv.SMS_SIGNATURE_ILLEGAL';
    const template = query.get('TemplateCode') ?? '';
    const given = JSON.parse(query.get('TemplateParam') ?? '{}') as Record<string, string>;
    const gaps = FakeSmsProvider.gaps[template] ?? Object.keys(given);
    if (gaps.some((gap) => given[gap] === undefined)) return 'isv.TEMPLATE_MISSING_PARAMETERS';
    if (Object.keys(given).length > gaps.length) return 'isv.TEMPLATE_PARAMS_ILLEGAL';
    const values = gaps.map((gap) => given[gap] ?? '');
    const [phone, id] = [query.get('PhoneNumbers') ?? '', query.get('OutId') ?? ''];
    const sms = { phone, template, value: values[0] ?? '', values, id };
    const problem = this.accept(sms, 35);
    const own: Readonly<Record<string, string>> = {
      number: 'isv.MOBILE_NUMBER_ILLEGAL',
      template: 'isv.SMS_TEMPLATE_ILLEGAL',
      length: 'isv.PARAM_LENGTH_LIMIT',
    };
    return problem === null ? null : (own[problem] ?? problem);
  }

  private isSigned({ path, query, headers, body }: Asked): boolean {
    const [, key, list = '', signature] =
      /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=(\w+)$/.exec(
        headers.authorization ?? '',
      ) ?? [];
    const names = list.split(';');
    const needed = Object.keys(headers).filter(
      (name) => name.startsWith('x-acs-') || name === 'host' || name === 'content-type',
    );
    const nonce = String(headers['x-acs-signature-nonce']);
    const isFresh = Math.abs(Date.now() - Date.parse(String(headers['x-acs-date']))) < 900_000;
    if (!isFresh || this.nonces.has(nonce) || needed.some((name) => !names.includes(name))) return false;
    this.nonces.add(nonce);
    const parameters = [...query].map(([name, value]) => `${escaped(name)}=${escaped(value)}`).sort();
    const canonical = `POST\n${path}\n${parameters.join('&')}\n${linesOf(names, headers)}\n${list}\n${sha256(body)}`;
    const expected = hmac(FakeSmsProvider.keys.smsKeySecret, `ACS3-HMAC-SHA256\n${sha256(canonical)}`);
    return (
      key === FakeSmsProvider.keys.smsKeyId &&
      headers['x-acs-content-sha256'] === sha256(body) &&
      signature === expected.toString('hex')
    );
  }
}

/** https://cloud.tencent.com/document/api/382/59177 has its codes. */
export class FakeTencent extends FakeSmsProvider {
  static readonly appId = '1400006666';

  protected answer(asked: Asked): Reply {
    const failed = (Code: string): Reply => ({
      status: 200,
      body: { Response: { Error: { Code, Message: 'in words' }, RequestId: 'cb93f3cb' } },
    });
    if (!this.isSigned(asked)) return failed('AuthFailure.SignatureFailure');
    if (asked.headers['x-tc-version'] !== '2021-01-11') return failed('InvalidAction');
    if (asked.headers['x-tc-region'] === undefined) return failed('MissingParameter');
    if (asked.headers['x-tc-action'] === 'PullSmsSendStatusByPhoneNumber')
      return (
        this.statusesOf(JSON.parse(asked.body) as Record<string, unknown>) ??
        failed(this.code ?? 'InvalidParameter')
      );
    if (asked.headers['x-tc-action'] !== 'SendSms') return failed('InvalidAction');
    const problem = this.problemOf(JSON.parse(asked.body) as Record<string, unknown>);
    const status = { SerialNo: '5000:1045710669157053657849499619', Code: problem ?? 'Ok', Fee: 1 };
    return { status: 200, body: { Response: { SendStatusSet: [status], RequestId: 'a0aabda6' } } };
  }

  /** https://cloud.tencent.com/document/product/382/55976; what the carrier has not reported is not in it. */
  private statusesOf(asked: Record<string, unknown>): Reply | null {
    const phone = String(asked['PhoneNumber']).replace(/^\+86/, '');
    this.asked.push(phone);
    const { SmsSdkAppId: appId, SendDateTime: from, EndDateTime: to, Offset: offset, Limit: limit } = asked;
    const isWhole = [from, to, limit].every(Number.isInteger) && Number(from) < Number(to);
    if (this.code !== null || appId !== FakeTencent.appId || offset !== 0 || Number(limit) > 100 || !isWhole)
      return null;
    const report = this.reports.get(phone);
    const statuses = (report === undefined ? [] : this.to(phone)).map((sms) => ({
      CountryCode: '86',
      SubscriberNumber: phone,
      PhoneNumber: `+86${phone}`,
      SerialNo: '5000:1045710669157053657849499619',
      UserReceiveTime: 1_620_734_188,
      SessionContext: sms.id,
      ReportStatus: report?.hasArrived ? 'SUCCESS' : 'FAIL',
      Description: report?.code,
    }));
    return { status: 200, body: { Response: { PullSmsSendStatusSet: statuses, RequestId: 'a0aabda6' } } };
  }

  private problemOf(asked: Record<string, unknown>): string | null {
    if (asked['SmsSdkAppId'] !== FakeTencent.appId) return 'UnauthorizedOperation.SmsSdkAppIdVerifyFail';
    if (asked['SignName'] !== FakeSmsProvider.signName)
      return 'FailedOperation.SignatureIncorrectOrUnapproved';
    const [phone = ''] = asked['PhoneNumberSet'] as string[];
    const values = asked['TemplateParamSet'] as string[];
    const [value = ''] = values;
    const template = String(asked['TemplateId']);
    // Its gaps take no token, so templates here have none.
    const gaps = FakeSmsProvider.gaps[template]?.filter((gap) => gap !== 'token');
    if (gaps !== undefined && values.length !== gaps.length)
      return 'FailedOperation.TemplateParamSetNotMatchApprovedTemplate';
    const sms = {
      phone: phone.replace(/^\+86/, ''),
      template,
      value,
      values,
      id: String(asked['SessionContext']),
    };
    const problem = this.accept(sms, 12);
    const own: Readonly<Record<string, string>> = {
      number: 'InvalidParameterValue.IncorrectPhoneNumber',
      template: 'FailedOperation.TemplateIncorrectOrUnapproved',
      length: 'InvalidParameterValue.TemplateParameterLengthLimit',
    };
    return problem === null ? null : (own[problem] ?? problem);
  }

  private isSigned({ path, headers, body }: Asked): boolean {
    const [, key, day = '', list = '', signature] =
      /^TC3-HMAC-SHA256 Credential=([^/]+)\/([\d-]+)\/sms\/tc3_request, SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
        headers.authorization ?? '',
      ) ?? [];
    const names = list.split(';');
    const seconds = String(headers['x-tc-timestamp']);
    const isFresh = Math.abs(Date.now() / 1_000 - Number(seconds)) < 300;
    const isOfDay = new Date(Number(seconds) * 1_000).toISOString().startsWith(day);
    if (!isFresh || !isOfDay || !['content-type', 'host'].every((name) => names.includes(name))) return false;
    const lines = linesOf(names, { ...headers, 'x-tc-action': String(headers['x-tc-action']).toLowerCase() });
    const canonical = `POST\n${path}\n\n${lines}\n${list}\n${sha256(body)}`;
    const text = `TC3-HMAC-SHA256\n${seconds}\n${day}/sms/tc3_request\n${sha256(canonical)}`;
    const dayKey = hmac(`TC3${FakeSmsProvider.keys.smsKeySecret}`, day);
    const expected = hmac(hmac(hmac(dayKey, 'sms'), 'tc3_request'), text).toString('hex');
    return key === FakeSmsProvider.keys.smsKeyId && signature === expected;
  }
}

/** What notification is told of templates that kinds have for themselves. */
export const ownTemplatePairs = Object.entries(FakeSmsProvider.own)
  .map(([kind, template]) => `${kind}=${template}`)
  .join(',');

/** What notification is told of a provider. */
export function smsConfigOf(provider: FakeAliyun | FakeTencent) {
  return {
    smsProvider: provider instanceof FakeAliyun ? ('aliyun' as const) : ('tencent' as const),
    smsUrl: provider.url,
    ...FakeSmsProvider.keys,
    smsSignName: FakeSmsProvider.signName,
    smsCodeTemplate: FakeSmsProvider.templates.code,
    smsNoticeTemplate: FakeSmsProvider.templates.notice,
    smsAppId: FakeTencent.appId,
    smsRegion: 'ap-guangzhou',
  };
}
