import type { components } from '../../../api/schema.js';

type Views = components['schemas'];

export const deskKinds = ['costPools', 'confirmations', 'disputes', 'nettingRuns', 'payments'] as const;
export type DeskKind = (typeof deskKinds)[number];

/** One thing about money that waits for the reader. */
export interface DeskLine {
  readonly kind: DeskKind;
  readonly id: string;
  /** The page where it is done. */
  readonly to: string;
  /** Its name; without one, the days of its period. */
  readonly title: string | { readonly from: string; readonly to: string };
  /** The party that it belongs to. */
  readonly party: string;
  readonly money: Views['Money'] | null;
  readonly since: string;
  /** Null where it has no deadline. */
  readonly until: string | null;
}

export function ofPools(views: readonly Views['CostPoolSummaryView'][]): DeskLine[] {
  return views.map(({ id, title, unionName: party, total: money, submittedAt, createdAt }) => ({
    kind: 'costPools',
    id,
    to: `/cost-pools/${id}`,
    title,
    party,
    money,
    since: submittedAt ?? createdAt,
    until: null,
  }));
}

export function ofConfirmations(views: readonly Views['ConfirmationSummaryView'][]): DeskLine[] {
  return views.map(({ id, title, party, owes, owed, askedAt: since, confirmBy: until }) => ({
    kind: 'confirmations',
    id,
    to: `/confirmations/${id}`,
    title,
    party: party.name,
    since,
    until,
    money: owes.amount === '0' ? owed : owes,
  }));
}

/** Those who answer have time until the talk ends; those who decide have waited since the referral. */
export function ofDisputes(views: readonly Views['DisputeView'][]): DeskLine[] {
  return views.map(({ id, title, party, owes, owed, openedAt, talkUntil, referredAt, mayDismiss }) => ({
    kind: 'disputes',
    id,
    to: `/disputes/${id}`,
    title,
    party: party.name,
    money: owes.amount === '0' ? owed : owes,
    since: mayDismiss ? (referredAt ?? talkUntil) : openedAt,
    until: mayDismiss ? null : talkUntil,
  }));
}

export function ofRuns(views: readonly Views['NettingRunSummaryView'][]): DeskLine[] {
  return views.map(
    ({ id, periodFrom: from, periodTo: to, unionName: party, total: money, createdAt: since }) => ({
      kind: 'nettingRuns',
      id,
      to: `/netting-runs/${id}`,
      title: { from, to },
      party,
      money,
      since,
      until: null,
    }),
  );
}

/** The payer says that it was sent, the payee that it has come; each is named by the other side. */
export function ofPayments(views: readonly Views['PaymentView'][]): DeskLine[] {
  return views.map(({ id, payer, payee, amount: money, sentAt, createdAt, mayConfirm }) => {
    const isToSend = sentAt === null && mayConfirm.includes('sent');
    const [title, party] = isToSend ? [payee.name, payer.name] : [payer.name, payee.name];
    const to = `/payments?view=${isToSend ? 'toSend' : 'toReceive'}`;
    return { kind: 'payments', id, to, title, party, money, since: sentAt ?? createdAt, until: null };
  });
}

/** Lines with a deadline first, the nearest at the top; then those that have waited longest. */
export function byUrgency(lines: readonly DeskLine[]): DeskLine[] {
  const end = ({ until }: DeskLine): number => (until === null ? Number.MAX_SAFE_INTEGER : Date.parse(until));
  return [...lines].sort(
    (one, other) => end(one) - end(other) || Date.parse(one.since) - Date.parse(other.since),
  );
}

/** The waiting time: whole hours up to two days, then whole days. */
export function waitOf(
  since: string,
  now: Date,
): { readonly unit: 'hours' | 'days'; readonly count: number } | null {
  const hours = Math.floor((now.getTime() - Date.parse(since)) / 3_600_000);
  if (hours < 1) return null;
  return hours < 48 ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.floor(hours / 24) };
}

export function kindOf(text: string | null): DeskKind | undefined {
  return deskKinds.find((one) => one === text);
}
