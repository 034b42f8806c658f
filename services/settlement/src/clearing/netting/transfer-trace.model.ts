import { type Locale, moneyText, sum } from '@gongxiang/domain';
import type { Debt, NettingMode, Transfer } from './netting.model.js';

/** A debt with its number in the run and its effect on the sum it belongs to, in fen. */
export interface TracedDebt extends Debt {
  readonly number: number;
  readonly effect: bigint;
}

/** A transfer with its number in the run, from 1; the effect is positive if received and negative if paid. */
export interface TracedTransfer extends Transfer {
  readonly number: number;
  readonly effect: bigint;
}

/** One sum behind a transfer. */
export interface TransferPart {
  /** The party whose balance it is; null for the balance between the two. */
  readonly party: string | null;
  readonly debts: readonly TracedDebt[];
  /** The sum of the debts, which equals the sum of the transfers. */
  readonly total: bigint;
  readonly transfers: readonly TracedTransfer[];
}

interface TraceInput {
  readonly mode: NettingMode;
  /** The debts of the run that involve either party, each with its number. */
  readonly debts: readonly (Debt & { readonly number: number })[];
  /** All transfers of the run, in their order. */
  readonly transfers: readonly Transfer[];
  /** The number of the requested transfer, from 1. */
  readonly number: number;
}

/**
 * E73: the bills that went into a transfer, such that the listed debts add up to it exactly. Bilateral: the debts
 * between the two, those of the payer positive and those of the payee negative, sum to the transfer. Otherwise no
 * debt belongs to a single transfer: the debts of the payer make up its balance, which its transfers settle, and
 * likewise for the payee. A hub without debts has a zero balance: it pays on what it receives.
 * @returns one sum for a bilateral run, else two (payer and payee); empty if there is no such transfer
 */
export function traceTransfer({ mode, debts, transfers, number }: TraceInput): TransferPart[] {
  const transfer = transfers[number - 1];
  if (transfer === undefined) return [];
  const { from, to } = transfer;
  if (mode === 'bilateral') {
    const between = debts.filter((one) => isBetween(one, from, to));
    const traced = between.map((one) => ({ ...one, effect: one.from === from ? one.amount : -one.amount }));
    const own = { ...transfer, number, effect: transfer.amount };
    return [{ party: null, debts: traced, total: totalOf(traced), transfers: [own] }];
  }
  return [from, to].map((party) => balancePart(party, debts, transfers));
}

function balancePart(
  party: string,
  debts: TraceInput['debts'],
  transfers: readonly Transfer[],
): TransferPart {
  const effectOn = ({ to, amount }: Debt): bigint => (to === party ? amount : -amount);
  const concerns = ({ from, to }: Debt): boolean => from === party || to === party;
  const own = debts.filter(concerns).map((one) => ({ ...one, effect: effectOn(one) }));
  const settling = transfers
    .map((one, index) => ({ ...one, number: index + 1, effect: effectOn(one) }))
    .filter(concerns);
  return { party, debts: own, total: totalOf(own), transfers: settling };
}

function isBetween({ from, to }: Debt, one: string, other: string): boolean {
  return (from === one && to === other) || (from === other && to === one);
}

function totalOf(debts: readonly TracedDebt[]): bigint {
  return sum(debts.map(({ effect }) => effect));
}

/** Names for the text of a sum. */
interface PartNames {
  readonly payer: string;
  readonly payee: string;
  readonly nameOf: (party: string) => string;
}

const sentences = {
  PAIR: {
    zh: '{payer}欠{payee}{owedFen}，{payee}欠{payer}{dueFen}，共{count}笔；相抵后{payer}付给{payee}{totalFen}',
    en: '{payer} owes {payee} {owedFen} and {payee} owes {payer} {dueFen} (debts: {count}); set off, {payer} pays {payee} {totalFen}',
  },
  OWES: {
    zh: '{party}应收{dueFen}，应付{owedFen}，共{count}笔；净应付{absoluteFen}，由{transfers}笔划拨付清',
    en: '{party} is owed {dueFen} and owes {owedFen} (debts: {count}); it is left to pay {absoluteFen} (transfers: {transfers})',
  },
  IS_OWED: {
    zh: '{party}应收{dueFen}，应付{owedFen}，共{count}笔；净应收{absoluteFen}，由{transfers}笔划拨收齐',
    en: '{party} is owed {dueFen} and owes {owedFen} (debts: {count}); it is left to receive {absoluteFen} (transfers: {transfers})',
  },
  PASSES_ON: {
    zh: '{party}在本次轧差中收支相抵，{transfers}笔划拨经它转付',
    en: '{party} comes out even in this run; what it receives it pays on (transfers: {transfers})',
  },
} as const;

/** The localised explanation of the sum, with amounts in yuan. */
export function partText(part: TransferPart, { payer, payee, nameOf }: PartNames, locale: Locale): string {
  const { party, total, debts, transfers } = part;
  const up = sum(debts.filter(({ effect }) => effect > 0n).map(({ effect }) => effect));
  const down = up - total;
  const values: Readonly<Record<string, string>> = {
    payer,
    payee,
    party: party === null ? '' : nameOf(party),
    count: String(debts.length),
    transfers: String(transfers.length),
    // Between two parties the payer's debts are positive; in a balance the party's claims are.
    owedFen: moneyText(party === null ? up : down),
    dueFen: moneyText(party === null ? down : up),
    totalFen: moneyText(total),
    absoluteFen: moneyText(total < 0n ? -total : total),
  };
  const sentence = sentences[sentenceOf(party, total)][locale === 'en' ? 'en' : 'zh'];
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

function sentenceOf(party: string | null, total: bigint): keyof typeof sentences {
  if (party === null) return 'PAIR';
  if (total === 0n) return 'PASSES_ON';
  return total < 0n ? 'OWES' : 'IS_OWED';
}
