import type { components } from '../../../api/schema.js';
import { historyOf, type Loan, type Step, type StepName } from '../loan/loan.js';

export type Handover = components['schemas']['HandoverView'];
export type Handovers = components['schemas']['HandoversView'];
export type HandoverItem = components['schemas']['RecordHandoverBody'];
export type Direction = Handover['direction'];
export type Grade = NonNullable<Handover['grade']>;
export type Damage = components['schemas']['DamageView'];
export type Extension = components['schemas']['ExtensionRequestView'];

/** How the resource is counted, how many may be handed over, and the scanned labels. */
export interface Counted {
  readonly counting: components['schemas']['DeskLoanView']['counting'];
  readonly max: number;
  readonly scanned?: readonly string[];
}

/** The label codes in a typed or scanned text, one a line or with commas; of an address its last part. */
export function labelsIn(text: string): string[] {
  const names = text.split(/[\n,，;；]/).map((one) => codeIn(one) ?? one.trim());
  return [...new Set(names.filter((one) => one !== ''))];
}

/** The code in the address that a label's QR holds; null where it is none. */
export function codeIn(text: string): string | null {
  return /\/pieces\/([^/?#\s]+)/.exec(text.trim())?.[1] ?? null;
}

/** Two ways of writing the same code are one: `K7WD-M3PX` and `k7wdm3px`. */
export function sameCode(one: string, other: string): boolean {
  const plain = (code: string): string => code.toUpperCase().replaceAll(/[\s-]/g, '');
  return plain(one) === plain(other);
}

export const grades = ['asNew', 'good', 'worn', 'damaged'] as const satisfies Grade[];
export const picturesMax = 6;

/** An event of a loan, past or to come. */
export type Event =
  | ({ readonly kind: 'step' } & Step)
  | { readonly kind: 'handover'; readonly handover: Handover; readonly at: string; readonly isComing: false }
  | { readonly kind: 'damage'; readonly damage: Damage; readonly at: string; readonly isComing: false }
  | {
      readonly kind: 'extension';
      readonly extension: Extension;
      readonly at: string;
      readonly isComing: false;
    };

/** Steps of the loan that its handovers show in more detail. */
const toldByHandovers: readonly StepName[] = ['handedOver', 'returned'];

/**
 * All events of a loan in one timeline: a step without a time stays in its place among the steps, and steps to come stand
 * last.
 */
export function timelineOf(
  loan: Loan,
  of: {
    readonly handovers: readonly Handover[];
    readonly damages: readonly Damage[];
    readonly extensions: readonly Extension[];
  },
): Event[] {
  const steps = historyOf(loan)
    .filter(({ name }) => of.handovers.length === 0 || !toldByHandovers.includes(name))
    .map((step): Event => ({ kind: 'step', ...step }));
  const dated = [
    ...of.handovers.map((handover): Event => ({
      kind: 'handover',
      handover,
      at: handover.at,
      isComing: false,
    })),
    ...of.damages.map((damage): Event => ({ kind: 'damage', damage, at: damage.claimedAt, isComing: false })),
    ...of.extensions.map((extension): Event => ({
      kind: 'extension',
      extension,
      at: extension.askedAt,
      isComing: false,
    })),
  ].sort((left, right) => (left.at ?? '').localeCompare(right.at ?? ''));
  return [
    ...steps.filter(({ isComing }) => !isComing),
    ...dated,
    ...steps.filter(({ isComing }) => isComing),
  ];
}

interface WayOpen {
  readonly out: boolean;
  readonly back: boolean;
}

/** The directions that a handover can have now. The borrower records none before the time of the loan. */
export function waysOf(
  loan: Loan,
  sides: { readonly isOwner: boolean; readonly isBorrower: boolean },
  { now, handovers }: { readonly now: number; readonly handovers: readonly Handover[] },
): WayOpen {
  const has = (direction: Direction): boolean =>
    handovers.some((one) => one.direction === direction && one.state === 'waiting' && !one.counts);
  const isTime = sides.isOwner || Date.parse(loan.startsAt) <= now;
  const isSide = sides.isOwner || sides.isBorrower;
  return {
    out: isSide && isTime && loan.state === 'approved' && Date.parse(loan.endsAt) > now && !has('out'),
    back: isSide && loan.state === 'handedOver' && !has('back'),
  };
}

/** The groups of the handover page, the most urgent first. */
export const handoverGroups = ['overdue', 'outToday', 'backToday', 'waiting', 'out', 'later'] as const;
type HandoverGroup = (typeof handoverGroups)[number];

/** @param until the end of today, in milliseconds */
export function handoverGroupOf(loan: Loan, now: number, until: number): HandoverGroup {
  if (loan.state === 'requested') return 'waiting';
  if (loan.state === 'approved') return Date.parse(loan.startsAt) < until ? 'outToday' : 'later';
  const end = Date.parse(loan.endsAt);
  if (end <= now) return 'overdue';
  return end < until ? 'backToday' : 'out';
}

/** The id of the loan in a scanned or typed text: the address of its page, or the id alone; null where there is none. */
export function loanIdIn(text: string): string | null {
  const found = /(?:^|\/loans\/)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?#]|$)/i.exec(text.trim());
  return found?.[1]?.toLowerCase() ?? null;
}

/** The content of a loan's code: the address of its page, which any camera opens. */
export function codeOf(loanId: string, origin: string): string {
  return `${origin}/loans/${loanId}`;
}
