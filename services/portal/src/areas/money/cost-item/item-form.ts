import { expenseCodes } from '../../../api/accounting.js';
import type { components } from '../../../api/schema.js';
import { fenOf } from '../../../i18n/format.js';
import { type UseForm, useOf } from '../fund-rule/use-form.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import type { NamedParty } from '../../../session/party-picker.js';
import { type CostItem, type CostPool, keyOf, partyOfKey } from '../cost-pool/cost-pool.model.js';

/** The fields of a bill, named as in the request so that a refusal finds its field. */
export interface ItemForm {
  /** `union:<id>`, or `organisation` where another field searches it by name. */
  readonly payer?: string;
  readonly organisation?: NamedParty;
  readonly title?: string;
  /** 元, as typed. */
  readonly amount?: string;
  readonly incomeKind?: CostItem['incomeKind'];
  readonly expenseCode?: CostItem['expenseCode'];
  readonly use?: UseForm;
  readonly receipt?: { readonly invoiceNumber?: string; readonly fileKey?: UploadedFile };
}

/** The choice that stands for all organisations among the payers. */
export const anyOrganisation = 'organisation';

/** Is the text an amount above zero? */
export function isAmount(yuanText: string | undefined): boolean {
  const fen = fenOf(yuanText ?? '');
  return fen !== null && fen !== '0';
}

/** The request; null as long as something is missing. */
export function itemOf(form: ItemForm): components['schemas']['AddCostItemBody'] | null {
  const { title = '', incomeKind, expenseCode } = form;
  const payer = partyOfKey(payerKeyOf(form));
  const amount = fenOf(form.amount ?? '');
  const receipt = receiptOf(form);
  if (payer === null || amount === null || receipt === null) return null;
  if (incomeKind === undefined || expenseCode === undefined) return null;
  const use = useOf(form.use);
  return {
    payer,
    title: title.trim(),
    amount: { amount, currency: 'CNY' },
    incomeKind,
    expenseCode,
    receipt,
    ...(use === null ? {} : { use }),
  };
}

function payerKeyOf({ payer = '', organisation }: ItemForm): string {
  if (payer !== anyOrganisation) return payer;
  return organisation === undefined ? '' : keyOf(organisation);
}

export function receiptOf({
  receipt = {},
}: Pick<ItemForm, 'receipt'>): NonNullable<CostItem['receipt']> | null {
  const { fileKey: file, invoiceNumber = '' } = receipt;
  if (file === undefined) return null;
  return { fileKey: file.key, sha256: file.sha256, invoiceNumber: invoiceNumber.trim() };
}

/** What the agreement of the pool says of its costs. */
type CostTerms = Pick<components['schemas']['AgreementTerms'], 'fundCategory' | 'expenseCode'>;

/**
 * What is likely of a bill before anything is typed: it is booked under the expense code of the agreement, and whoever
 * records it has mostly paid it for the one party that is theirs, out of the funds that the agreement names (else its
 * dues) unless the activity is subsidised. Where there is more than one choice, none is made.
 * @param terms null where the pool has no agreement
 */
export function likelyItem(
  { parties, subsidySource }: Pick<CostPool, 'parties' | 'subsidySource'>,
  ownUnionIds: readonly string[],
  terms: CostTerms | null,
): Pick<ItemForm, 'payer' | 'incomeKind' | 'expenseCode'> {
  const expenseCode = expenseCodes.find((code) => code === terms?.expenseCode);
  const booked = expenseCode === undefined ? {} : { expenseCode };
  const [own, ...others] = parties.filter(({ kind, id }) => kind === 'union' && ownUnionIds.includes(id));
  if (own === undefined || others.length > 0) return booked;
  const incomeKind = terms?.fundCategory ?? 'dues';
  return { ...booked, payer: keyOf(own), ...(subsidySource === null ? { incomeKind } : {}) };
}
