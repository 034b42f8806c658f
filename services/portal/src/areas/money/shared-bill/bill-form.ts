import { allocate } from '@gongxiang/domain/money';
import type { components } from '../../../api/schema.js';
import { fenOf } from '../../../i18n/format.js';
import type { NamedParty } from '../../../session/party-picker.js';
import { type ItemForm, receiptOf } from '../cost-item/item-form.js';
import { keyOf } from '../cost-pool/cost-pool.model.js';

type Body = components['schemas']['ShareBillRequest'];

/** The fields of a shared bill, named as in the request so that a refusal finds its field. */
export interface BillForm extends Pick<
  ItemForm,
  'title' | 'amount' | 'incomeKind' | 'expenseCode' | 'receipt'
> {
  readonly parties?: readonly NamedParty[];
  readonly payer?: NamedParty;
  readonly how?: 'equal' | 'shares';
  /** How many parts each bears, as typed, by `union:<id>`. */
  readonly weights?: Readonly<Record<string, string>>;
  readonly spentOn?: string;
}

export const weightPattern = /^[1-9]\d{0,5}$|^1000000$/;

interface PreviewedShare {
  readonly party: NamedParty;
  readonly amount: { readonly amount: string };
}

/**
 * What each party bears, by the platform's own rule; empty as long as something is missing. A fen that is left takes
 * turns between bills of the same parties, which only the platform knows.
 */
export function previewOf(form: BillForm): {
  readonly shares: readonly PreviewedShare[];
  readonly hasOddFen: boolean;
} {
  const { parties = [] } = form;
  const amount = fenOf(form.amount ?? '');
  const weights = parties.map((party) => weightOf(form, party));
  if (amount === null || parties.length < 2 || weights.includes(null))
    return { shares: [], hasOddFen: false };
  const parts = weights.map((weight) => BigInt(weight ?? 1));
  const shares = allocate(BigInt(amount), parts);
  const sum = parts.reduce((total, part) => total + part, 0n);
  return {
    shares: parties.map((party, index) => ({ party, amount: { amount: String(shares[index] ?? 0n) } })),
    hasOddFen: parts.some((part) => (BigInt(amount) * part) % sum !== 0n),
  };
}

/** The request; null as long as something is missing. */
export function billOf(form: BillForm): Body | null {
  const { title = '', payer, parties = [], spentOn = '' } = form;
  const amount = fenOf(form.amount ?? '');
  const kinds = kindsOf(form);
  if (amount === null || payer === undefined || kinds === null) return null;
  const receipt = receiptOf(form);
  return {
    title: title.trim(),
    amount: { amount, currency: 'CNY' },
    payer: partyOf(payer),
    parties: parties.map((party) => sharing(form, party)),
    ...kinds,
    ...(spentOn === '' ? {} : { spentOn }),
    ...(receipt === null ? {} : { receipt }),
  };
}

function kindsOf({ incomeKind, expenseCode }: BillForm): Pick<Body, 'incomeKind' | 'expenseCode'> | null {
  return incomeKind === undefined || expenseCode === undefined ? null : { incomeKind, expenseCode };
}

function sharing(form: BillForm, party: NamedParty): Body['parties'][number] {
  const weight = weightOf(form, party);
  return { party: partyOf(party), ...(weight === null || weight === 1 ? {} : { weight }) };
}

/** Null where it is no number of parts. */
function weightOf({ how, weights = {} }: BillForm, party: NamedParty): number | null {
  if (how !== 'shares') return 1;
  const text = weights[keyOf(party)] ?? '1';
  return weightPattern.test(text) ? Number(text) : null;
}

function partyOf({ kind, id }: NamedParty): components['schemas']['PartyDto'] {
  return { kind, id };
}

/** A number and a file belong together; both may be absent. */
export function isWholeReceipt(receipt: BillForm['receipt']): boolean {
  const { invoiceNumber = '', fileKey } = receipt ?? {};
  return (invoiceNumber.trim() === '') === (fileKey === undefined);
}
