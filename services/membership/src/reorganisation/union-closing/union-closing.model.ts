import type { ClosingGround } from '@gongxiang/contracts/membership/unions/union.contract';
import type {
  RegistrationEnd,
  UnionClosingAct,
  UnionClosingState,
} from '@gongxiang/contracts/membership/unions/union-closing.contract';
import type { ClosingFinding } from '@gongxiang/contracts/words/party-closing';
import { dayMs, DomainError, isWithin } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import type { Whom } from '../../unions/awaits/whom.js';

/** Within so many days the union above opens one again that was closed in error. */
export const reopenDays = 90;

/** After these another union goes on with what there is, and has to be named. */
const passedOn: readonly ClosingGround[] = ['merged', 'split'];

/**
 * The union to which funds and property go: a merged or split union's to the one that goes on, any other's to the one
 * above, which disposes of them (constitution of the Chinese trade unions, on funds and assets).
 * @param named what the filing says
 * @throws DomainError `UNION_CLOSING_SUCCESSOR` if it has to be named
 */
export function successorOf(ground: ClosingGround, named: string | null, aboveId: string): string {
  if (named === null && passedOn.includes(ground))
    throw new DomainError('UNION_CLOSING_SUCCESSOR', { pointer: '/successorUnionId' });
  return named ?? aboveId;
}

/** @throws DomainError `UNION_CLOSING_SUCCESSOR_WITHIN`, `UNION_CLOSING_SUCCESSOR_CLOSED` */
export function checkSuccessor(
  successor: { readonly path: string; readonly active: boolean },
  closedPath: string,
): void {
  const pointer = '/successorUnionId';
  if (isWithin(successor.path, closedPath))
    throw new DomainError('UNION_CLOSING_SUCCESSOR_WITHIN', { pointer });
  if (!successor.active) throw new DomainError('UNION_CLOSING_SUCCESSOR_CLOSED', { pointer });
}

/**
 * A union with a code of its own is registered as a legal person, which has to be cancelled.
 * @throws DomainError `UNION_CLOSING_REGISTRATION`
 */
export function checkRegistration(uscc: string | null, registration: RegistrationEnd): RegistrationEnd {
  if (uscc !== null && registration === 'none')
    throw new DomainError('UNION_CLOSING_REGISTRATION', { pointer: '/registration' });
  return registration;
}

/** @param today in China. @throws DomainError `UNION_CLOSING_DATE` */
export function checkDocumentDate(date: string, today: string): string {
  if (date > today) throw new DomainError('UNION_CLOSING_DATE', { pointer: '/documentDate' });
  return date;
}

export type Counts = Readonly<Partial<Record<ClosingFinding, number>>>;

/** What has to end or move before a union is closed, with its refusal; the first that there is of is told. */
const blockers: readonly (readonly [code: string, findings: readonly ClosingFinding[]])[] = [
  ['UNION_CLOSING_UNIONS', ['unionsBelow']],
  ['UNION_CLOSING_MEMBERS', ['members']],
  ['UNION_CLOSING_PARTIES', ['clubs', 'organisations']],
  ['UNION_CLOSING_FOUNDINGS', ['foundings']],
  ['UNION_CLOSING_IMPORTS', ['imports']],
];

export const blocking: ReadonlySet<ClosingFinding> = new Set(blockers.flatMap(([, findings]) => findings));

/** @throws DomainError as in {@link blockers}, with how many there are */
export function requireNothingLeft(counts: Counts): void {
  for (const [code, findings] of blockers) {
    const count = findings.reduce((sum, finding) => sum + (counts[finding] ?? 0), 0);
    if (count > 0) throw new DomainError(code, { params: { count } });
  }
}

/** Until when a closed union can be opened again; null of a filing that has closed none. */
export function reopenUntil(state: UnionClosingState, decidedAt: Date | null): Date | null {
  if (state !== 'closed' || decidedAt === null) return null;
  return new Date(decidedAt.getTime() + reopenDays * dayMs);
}

/** What a person may do: whoever has filed it withdraws it, and never decides. */
export function actsOf(
  { state, decidedAt }: { readonly state: UnionClosingState; readonly decidedAt: Date | null },
  by: { readonly isProposer: boolean; readonly isAbove: boolean },
  now: Date,
): UnionClosingAct[] {
  if (state === 'waiting' && by.isProposer) return ['withdraw'];
  if (!by.isAbove) return [];
  if (state === 'waiting') return ['confirm', 'refuse'];
  const until = reopenUntil(state, decidedAt);
  return until !== null && now <= until ? ['reopen'] : [];
}

/** Whom a filing waits for. @param decider who may confirm it */
export function awaitsOfClosing(
  {
    id,
    state,
    unionName,
  }: { readonly id: string; readonly state: UnionClosingState; readonly unionName: string },
  decider: Whom,
): Await[] {
  if (state !== 'waiting') return [];
  const told = { about: { unionClosingId: id }, title: unionName, why: 'decidesHere' } as const;
  return [{ ...decider, ...told, kind: 'unionClosingProposed' }];
}
