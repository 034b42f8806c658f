import { fenOf, yuanOf } from '../../../i18n/format.js';
import type { Visit, VisitContent, Visitor, VisitReason } from './visit.model.js';

/** What is typed; who went is chosen beside the form. */
export interface VisitValues {
  readonly reason: VisitReason;
  readonly visitedOn: string;
  readonly brought?: string;
  readonly amount?: string;
  readonly matterNumber?: string;
  readonly found?: string;
  readonly promised?: string;
  readonly followUpOn?: string;
}

/** What is sent; nothing of what was left empty. */
export function contentOf(values: VisitValues, visitors: readonly Visitor[]): VisitContent {
  const { reason, visitedOn, brought, amount, matterNumber, found, promised, followUpOn } = values;
  const fen = fenOf(amount ?? '');
  return {
    reason,
    visitedOn,
    visitorIds: visitors.map(({ id }) => id),
    brought: textOf(brought),
    amount: fen === null ? null : { amount: fen, currency: 'CNY' },
    matterNumber: textOf(matterNumber),
    found: textOf(found),
    promised: textOf(promised),
    followUpOn: textOf(followUpOn),
  };
}

/** As it stands, to be corrected. */
export function valuesOf(visit: Visit): VisitValues {
  const { reason, visitedOn, brought, amount, matterNumber, found, promised, followUpOn } = visit;
  return {
    reason: reason ?? 'sickness',
    visitedOn,
    brought: brought ?? '',
    amount: amount === null ? '' : yuanOf(amount.amount),
    matterNumber: matterNumber ?? '',
    found: found ?? '',
    promised: promised ?? '',
    followUpOn: followUpOn ?? '',
  };
}

export function visitorsOf({ visitors }: Visit): Visitor[] {
  return visitors.flatMap(({ personId, name }) =>
    personId === null ? [] : [{ id: personId, name: name ?? '' }],
  );
}

function textOf(typed: string | undefined): string | null {
  const text = (typed ?? '').trim();
  return text === '' ? null : text;
}
