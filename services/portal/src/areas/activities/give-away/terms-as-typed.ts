import { fenOf, instantOf, localTimeOf, yuanOf } from '../../../i18n/format.js';
import type { NamedParty } from '../../../session/party-picker.js';
import type { NewTerms, Terms } from './use-give-away.js';

/** As it is typed: moments are what `datetime-local` shows. The names are those of the request, but for the merchant. */
export interface TermsForm {
  readonly title?: string;
  readonly faceValue?: string;
  readonly merchantId?: NamedParty | undefined;
  readonly merchantName?: string;
  readonly howTo?: string;
  readonly redeemFrom?: string;
  readonly redeemUntil?: string;
  readonly claimHours?: string;
}

/** Two weeks. */
export const claimHoursMax = 336;
const redeemingDays = 30;
const dayMs = 86_400_000;

interface Planned {
  readonly timeZone: string;
  readonly startsAt: string;
}

/** Initial values: thirty days from the start of the activity. */
export function formOfTerms({ timeZone, startsAt }: Planned, terms: Terms | null): TermsForm {
  const local = (instant: string): string => localTimeOf(instant, timeZone);
  if (terms === null) {
    const until = new Date(Date.parse(startsAt) + redeemingDays * dayMs).toISOString();
    return { redeemFrom: local(startsAt), redeemUntil: local(until), faceValue: '', claimHours: '' };
  }
  const { title, faceValue, merchantId, merchantName, howTo, redeemFrom, redeemUntil, claimHours } = terms;
  return {
    title,
    howTo,
    redeemFrom: local(redeemFrom),
    redeemUntil: local(redeemUntil),
    ...(merchantId === null
      ? { merchantName }
      : { merchantId: { kind: 'organisation' as const, id: merchantId, name: merchantName } }),
    faceValue: faceValue === null ? '' : yuanOf(faceValue.amount),
    claimHours: claimHours === null ? '' : String(claimHours),
  };
}

/** @param form whose required fields are filled in */
export function termsOfForm(form: TermsForm, timeZone: string): NewTerms {
  const typed = { ...emptyForm, ...form };
  const fen = fenOf(typed.faceValue);
  const hours = typed.claimHours.trim();
  return {
    title: typed.title.trim(),
    howTo: typed.howTo.trim(),
    ...merchantOf(typed),
    faceValue: fen === null ? null : { amount: fen, currency: 'CNY' },
    redeemFrom: instantOf(typed.redeemFrom, timeZone),
    redeemUntil: instantOf(typed.redeemUntil, timeZone),
    claimHours: hours === '' ? null : Number(hours),
  };
}

const emptyForm = {
  title: '',
  faceValue: '',
  merchantName: '',
  howTo: '',
  redeemFrom: '',
  redeemUntil: '',
  claimHours: '',
};

/** A chosen merchant takes precedence over a typed name. */
function merchantOf({
  merchantId,
  merchantName = '',
}: TermsForm): Pick<NewTerms, 'merchantId' | 'merchantName'> {
  if (merchantId !== undefined) return { merchantId: merchantId.id, merchantName: null };
  const name = merchantName.trim();
  return { merchantId: null, merchantName: name === '' ? null : name };
}

/** In groups of four, as it is read aloud: `7K2M-9QXR-…`. */
export function shownCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}
