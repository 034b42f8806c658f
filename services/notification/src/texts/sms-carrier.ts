import {
  cutTo,
  inOneGap,
  lengthOf,
  type Sms,
  type SmsSending,
  type SmsValue,
} from '../sending/adapters/sms.js';
import type { Outcome } from '../sending/channel-port.js';
import { type AccountText, type AccountTextKind, codeKinds, type TextValues } from './account-text.js';
import { bridgeOf } from './account-words.js';
import { shortWords, type WordedKind } from './short-words.js';
import type { TextCarrier } from './text-carrier.js';

/** The ids of templates that the provider has approved for one kind alone. */
export type OwnTemplates = Partial<Readonly<Record<AccountTextKind, string>>>;

/** By the provider of text messages. Nothing is free text there, so what a kind says stands in a template. */
export class SmsCarrier implements TextCarrier {
  constructor(
    private readonly sms: SmsSending,
    private readonly own: OwnTemplates,
  ) {}

  async send(text: AccountText, signal: AbortSignal): Promise<Outcome> {
    const { id, phone } = text;
    if (!mainlandPhone.test(phone)) return { is: 'refused', reason: 'not of the mainland' };
    return this.sms.provider.send({ id, phone, ...this.contentOf(text) }, signal);
  }

  private contentOf({ kind, values }: AccountText): Pick<Sms, 'template' | 'values'> {
    const { templates, provider } = this.sms;
    const template = this.own[kind];
    if (template !== undefined) return { template, values: gapValues(kind, values, provider.valueMax) };
    if (isWorded(kind)) return inOneGap(templates, 'notice', shortWords(kind, values, provider.valueMax));
    return inOneGap(templates, 'code', values['code'] ?? '');
  }
}

/** A phone elsewhere has a country code; texts to it are another product of the providers, with other templates. */
const mainlandPhone = /^1[3-9]\d{9}$/;

type Gap = 'code' | 'union' | 'token' | 'left' | 'account' | 'phone' | 'day' | 'number';

/** What is of no use in part: the end of a link, and the number of an application. */
const wholeGaps: readonly string[] = ['token', 'number'] satisfies readonly Gap[];

/** What the gaps of a template of one kind stand for, in their order; of the others it has none. `deploy/README.md` says so too. */
const gapsOf: Partial<Readonly<Record<AccountTextKind, readonly Gap[]>>> = {
  activation: ['code'],
  passwordReset: ['code'],
  signIn: ['code'],
  application: ['code'],
  phoneChange: ['code'],
  invitation: ['union', 'token'],
  recoveryCodeUsed: ['left'],
  accountLinked: ['account'],
  accountUnlinked: ['account'],
  phoneChangeWaits: ['phone', 'token'],
  erasureAsked: ['day', 'token'],
  erasureOnPaper: ['day', 'token'],
  applicationAdmitted: ['union'],
  applicationRefused: ['number'],
  applicationMoved: ['number', 'union', 'day'],
  applicationNeedsTransfer: ['number'],
  foundingApproved: ['number', 'day'],
  foundingReturned: ['number', 'day'],
  foundingRefused: ['number'],
  foundingMoved: ['number', 'union', 'day'],
  foundingDone: ['union'],
  foundingLapsed: ['number'],
};

function gapValues(kind: AccountTextKind, values: TextValues, max: number): SmsValue[] {
  return (
    (gapsOf[kind] ?? [])
      .map((gap): SmsValue => [gap, gapValue(gap, values)])
      // One that is cut leads nowhere: where a gap does not take it, the template names the page alone.
      .filter(([gap, value]) => !wholeGaps.includes(gap) || lengthOf(value) <= max)
      .map(([gap, value]): SmsValue => [gap, cutTo(value, max)])
  );
}

function gapValue(gap: Gap, values: TextValues): string {
  if (gap === 'token') return (values['link'] ?? values['code'] ?? '').replace(/^.*\//, '');
  if (gap === 'account') return bridgeOf(values['bridge']);
  return values[gap] ?? '';
}

function isWorded(kind: AccountTextKind): kind is WordedKind {
  return !codeKinds.some((one) => one === kind);
}
