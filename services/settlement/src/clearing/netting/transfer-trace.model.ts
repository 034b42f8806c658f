import { formatYuan, type Locale, sum } from '@gongxiang/domain';
import type { Debt, NettingMode, Transfer } from './netting.model.js';

/** A debt of the run by its number there, and what it adds to the sum in which it stands, in fen. */
export interface TracedDebt extends Debt {
  readonly number: number;
  readonly effect: bigint;
}

/** A transfer by its place in the run, counted from 1: received above zero, paid below. */
export interface TracedTransfer extends Transfer {
  readonly number: number;
  readonly effect: bigint;
}

/** One sum behind a transfer. */
export interface TransferPart {
  /** Whose balance it is; null for what is between the two. */
  readonly party: string | null;
  readonly debts: readonly TracedDebt[];
  /** What the debts come to, and the transfers as well. */
  readonly total: bigint;
  readonly transfers: readonly TracedTransfer[];
}

export interface TraceInput {
  readonly mode: NettingMode;
  /** The debts of the run that have to do with the two, each with its number. */
  readonly debts: readonly (Debt & { readonly number: number })[];
  /** All transfers of the run, in their order. */
  readonly transfers: readonly Transfer[];
  /** Which of them is asked for, counted from 1. */
  readonly number: number;
}

/**
 * E73: which bills went into a transfer, so that the listed debts add up to it exactly.
 *
 * Bilateral: the debts between the two; those of the payer count up, those of the payee down, and they come to the
 * transfer. Otherwise no debt belongs to one transfer alone: the debts of the payer make its balance, its transfers settle
 * just that, and so with the payee. A hub that owes nothing and is owed nothing has the balance zero: what it receives it
 * pays on.
 * @returns one sum for a bilateral run, else two: that of the payer and that of the payee; none where there is no such transfer
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

/** What names the parties of a sum in words. */
export interface PartNames {
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

/** How the sum comes about, amounts in yuan. */
export function partText(part: TransferPart, { payer, payee, nameOf }: PartNames, locale: Locale): string {
  const { party, total, debts, transfers } = part;
  const up = sum(debts.filter(({ effect }) => effect > 0n).map(({ effect }) => effect));
  const down = up - total;
  const yuan = (fen: bigint): string => formatYuan(fen, locale);
  const values: Readonly<Record<string, string>> = {
    payer,
    payee,
    party: party === null ? '' : nameOf(party),
    count: String(debts.length),
    transfers: String(transfers.length),
    // Between two what the payer owes counts up; in a balance what the party is owed does.
    owedFen: yuan(party === null ? up : down),
    dueFen: yuan(party === null ? down : up),
    totalFen: yuan(total),
    absoluteFen: yuan(total < 0n ? -total : total),
  };
  const sentence = sentences[sentenceOf(party, total)][locale === 'en' ? 'en' : 'zh'];
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

function sentenceOf(party: string | null, total: bigint): keyof typeof sentences {
  if (party === null) return 'PAIR';
  if (total === 0n) return 'PASSES_ON';
  return total < 0n ? 'OWES' : 'IS_OWED';
}
