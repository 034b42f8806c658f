import { moneyText } from '@gongxiang/domain';
import type { Debt, NettingMode, Transfer } from './netting.model.js';

type NettingLocale = 'zh-CN' | 'en';

/** One step from the debts to the transfers: a code with the parameters of its sentence. `…Fen` is fen as text. */
export interface NettingStep {
  readonly code: NettingStepCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** The indexes of the debts it comes from, in the input. */
  readonly debts: readonly number[];
}

const sentences = {
  PAIR_NET: {
    zh: '{from}与{to}之间：{from}应付{owedFen}，应收{dueFen}，净付{amountFen}{debts}',
    en: 'Between {from} and {to}: {from} owes {owedFen} and is owed {dueFen}, so it pays {amountFen}{debts}',
  },
  PAIR_EVEN: {
    zh: '{from}与{to}之间：{owedFen}相抵，无需转账{debts}',
    en: 'Between {from} and {to}: {owedFen} each way, nothing to pay{debts}',
  },
  BALANCE: {
    zh: '{party}：应收{dueFen}，应付{owedFen}，净额{balanceFen}{debts}',
    en: '{party}: is owed {dueFen}, owes {owedFen}, balance {balanceFen}{debts}',
  },
  TRANSFER: { zh: '{from}付给{to}{amountFen}', en: '{from} pays {to} {amountFen}' },
  FEWEST_PROVEN: {
    zh: '共{count}笔转账，已证明为最少',
    en: '{count} transfers, proven to be the fewest',
  },
  FEWEST_NOT_PROVEN: {
    zh: '共{count}笔转账；超过20方，未证明为最少',
    en: '{count} transfers; with more than 20 parties not proven to be the fewest',
  },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>;

export type NettingStepCode = keyof typeof sentences;

interface NettingFacts {
  readonly mode: NettingMode;
  readonly debts: readonly Debt[];
  readonly transfers: readonly Transfer[];
  readonly balances: ReadonlyMap<string, bigint>;
  readonly optimal: boolean | null;
}

/** The number of debts that a sentence names before it only counts the rest. */
const debtsNamedMax = 20;

/**
 * E73: leads from every transfer back to the debts. Bilateral: one step per pair. Otherwise: each party's balance
 * with the debts that make it, then the transfers, which are explained by the balances of their two parties.
 */
export function explainNetting(facts: NettingFacts): NettingStep[] {
  if (facts.mode === 'bilateral') return explainPairs(facts.debts);
  const steps = explainBalances(facts);
  for (const { from, to, amount } of facts.transfers) {
    steps.push({ code: 'TRANSFER', params: { from, to, amountFen: String(amount) }, debts: [] });
  }
  if (facts.optimal !== null) {
    const code = facts.optimal ? 'FEWEST_PROVEN' : 'FEWEST_NOT_PROVEN';
    steps.push({ code, params: { count: facts.transfers.length }, debts: [] });
  }
  return steps;
}

/** The localised text of a step, with amounts in yuan and debts numbered from 1. */
export function nettingText(step: NettingStep, locale: NettingLocale): string {
  const sentence = sentences[step.code][locale === 'en' ? 'en' : 'zh'];
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'debts') return debtsText(step.debts, locale);
    const value = step.params[name] ?? '';
    return name.endsWith('Fen') ? moneyText(BigInt(value)) : String(value);
  });
}

interface Sums {
  owed: bigint;
  due: bigint;
  readonly debts: number[];
}

function explainPairs(debts: readonly Debt[]): NettingStep[] {
  const pairs = new Map<string, Map<string, Sums>>();
  for (const [index, { from, to, amount }] of debts.entries()) {
    const [first, second] = from < to ? [from, to] : [to, from];
    const row = pairs.get(first) ?? new Map<string, Sums>();
    pairs.set(first, row);
    const sums = row.get(second) ?? { owed: 0n, due: 0n, debts: [] };
    row.set(second, sums);
    if (from === first) sums.owed += amount;
    else sums.due += amount;
    sums.debts.push(index);
  }
  return [...pairs].flatMap(([first, row]) =>
    [...row].map(([second, sums]) =>
      sums.owed >= sums.due
        ? pairStep(first, second, sums)
        : pairStep(second, first, { owed: sums.due, due: sums.owed, debts: sums.debts }),
    ),
  );
}

function pairStep(from: string, to: string, { owed, due, debts }: Sums): NettingStep {
  const params = { from, to, owedFen: String(owed), dueFen: String(due), amountFen: String(owed - due) };
  return { code: owed === due ? 'PAIR_EVEN' : 'PAIR_NET', params, debts };
}

function explainBalances({ debts, balances }: NettingFacts): NettingStep[] {
  const sumsOf = new Map<string, Sums>();
  for (const party of balances.keys()) sumsOf.set(party, { owed: 0n, due: 0n, debts: [] });
  for (const [index, { from, to, amount }] of debts.entries()) {
    const payer = sumsOf.get(from);
    const payee = sumsOf.get(to);
    if (payer === undefined || payee === undefined) continue;
    payer.owed += amount;
    payee.due += amount;
    payer.debts.push(index);
    payee.debts.push(index);
  }
  return [...sumsOf].map(([party, { owed, due, debts: places }]) => ({
    code: 'BALANCE',
    params: { party, dueFen: String(due), owedFen: String(owed), balanceFen: String(due - owed) },
    debts: places,
  }));
}

function debtsText(debts: readonly number[], locale: NettingLocale): string {
  const named = debts.slice(0, debtsNamedMax).map((index) => index + 1);
  const others = debts.length - named.length;
  if (locale === 'en') {
    return ` (debts ${named.join(', ')}${others > 0 ? ` and ${others} more` : ''})`;
  }
  return `（第${named.join('、')}${others > 0 ? `等${debts.length}` : ''}笔）`;
}
