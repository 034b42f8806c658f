import type { BankDirection } from '@gongxiang/contracts/settlement/clearing/bank-statement.contract';
import type { PaymentConfirmation } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { dayMs, type Locale } from '@gongxiang/domain';

/** A bank line that may match one side of a payment. */
export interface LineToMatch {
  readonly direction: BankDirection;
  readonly amountFen: bigint;
  readonly bookedOn: string;
  readonly counterparty: string;
  readonly summary: string;
  readonly serial: string | null;
}

/** An unconfirmed side of an open payment. */
export interface OpenSide {
  readonly confirms: PaymentConfirmation;
  readonly amountFen: bigint;
  /** The name of the other side. */
  readonly counterparty: string;
  /** The day its netting run was confirmed; nothing was payable before. */
  readonly since: string;
  /** The reference from the other side's bank; null if that side has not confirmed yet. */
  readonly reference: string | null;
}

interface Match {
  /** 0 to 100: amount 50, name up to 30, date up to 10, reference 10. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

interface MatchReason {
  readonly code: MatchReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
}

const sentences = {
  AMOUNT: { zh: '金额相同（50）', en: 'Same amount (50)' },
  NAME_SAME: { zh: '户名相同（30）', en: 'Same name (30)' },
  NAME_LIKE: { zh: '户名相似 {percent}%（{points}）', en: 'Name alike by {percent} % ({points})' },
  NAME_OTHER: { zh: '户名不符（0）', en: 'Another name (0)' },
  DATE: { zh: '轧差确认后 {days} 天（{points}）', en: '{days} days after the run was confirmed ({points})' },
  DATE_BEFORE: { zh: '早于轧差确认（0）', en: 'Before the run was confirmed (0)' },
  REFERENCE: { zh: '流水号与对方所报一致（10）', en: 'The number that the other side gave (10)' },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>;

type MatchReasonCode = keyof typeof sentences;

const amountPoints = 50;
const namePoints = 30;
const datePoints = 10;
const referencePoints = 10;
/** Within this number of days after the run, the date scores in full. */
const promptDays = 15;
/** From this number of days on, the date scores nothing. */
const lateDays = 90;
/** Names with a lower likeness count as different. */
const alikeMin = 0.3;
/** Names with a higher likeness count as equal; a company and its union stay below. */
const alikeMax = 0.9;

/**
 * Scores how well a line matches a side of a payment. A different amount or direction is no match, because a transfer
 * is paid in full; everything else only affects the score.
 * @returns null for no match
 */
export function matchOf(line: LineToMatch, side: OpenSide): Match | null {
  if (line.amountFen !== side.amountFen) return null;
  if ((line.direction === 'out') !== (side.confirms === 'sent')) return null;
  const parts = [namePart(line, side), datePart(line, side), referencePart(line, side)];
  const found = [
    { points: amountPoints, reason: reason('AMOUNT') },
    ...parts.filter((part) => part !== null),
  ];
  return {
    score: found.reduce((total, { points }) => total + points, 0),
    reasons: found.map(({ reason: one }) => one),
  };
}

/** The localised text of a reason. */
export function reasonText({ code, params }: MatchReason, locale: Locale): string {
  const sentence = sentences[code][locale === 'en' ? 'en' : 'zh'];
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/**
 * The likeness of two names by the Dice coefficient of their character bigrams. Spaces, punctuation and words common
 * to nearly all unions are removed first.
 * @returns 0 to 1
 */
export function likeness(one: string, other: string): number {
  if (plainName(one) !== '' && plainName(one) === plainName(other)) return 1;
  const [left, right] = [essence(one), essence(other)];
  if (left === '' || right === '') return 0;
  if (left === right) return alikeMax;
  const [pairs, others] = [pairsOf(left), pairsOf(right)];
  const rest = [...others];
  let common = 0;
  for (const pair of pairs) {
    const place = rest.indexOf(pair);
    if (place === -1) continue;
    rest.splice(place, 1);
    common += 1;
  }
  return Math.min(alikeMax, (2 * common) / Math.max(1, pairs.length + others.length));
}

interface Part {
  readonly points: number;
  readonly reason: MatchReason;
}

function namePart(line: LineToMatch, side: OpenSide): Part {
  const alike = likeness(line.counterparty, side.counterparty);
  if (alike === 1) return { points: namePoints, reason: reason('NAME_SAME') };
  if (alike < alikeMin) return { points: 0, reason: reason('NAME_OTHER') };
  const points = Math.floor(alike * namePoints);
  return { points, reason: reason('NAME_LIKE', { percent: Math.floor(alike * 100), points }) };
}

/** Full points for half a month, then decreasing linearly to zero at three months. */
function datePart(line: LineToMatch, side: OpenSide): Part {
  const days = Math.round((Date.parse(line.bookedOn) - Date.parse(side.since)) / dayMs);
  if (days < 0) return { points: 0, reason: reason('DATE_BEFORE') };
  const left = Math.min(1, Math.max(0, (lateDays - days) / (lateDays - promptDays)));
  const points = Math.floor(left * datePoints);
  return { points, reason: reason('DATE', { days, points }) };
}

function referencePart({ serial, summary }: LineToMatch, { reference }: OpenSide): Part | null {
  if (reference === null || reference.length < 4) return null;
  const isNamed = serial === reference || summary.includes(reference);
  return isNamed ? { points: referencePoints, reason: reason('REFERENCE') } : null;
}

function reason(code: MatchReasonCode, params: MatchReason['params'] = {}): MatchReason {
  return { code, params };
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .toLowerCase();
}

function essence(name: string): string {
  return plainName(name)
    .replace(/(基层)?工会(联合)?(委员会)?$/u, '')
    .replace(/(股份)?有限(责任)?公司$/u, '');
}

function pairsOf(text: string): string[] {
  const characters = [...text];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}
