import type { ErasureState } from '@gongxiang/contracts/membership/privacy/erasure.contract';
import type {
  PaperErasureAct,
  ServiceErasureObstacles,
} from '@gongxiang/contracts/membership/privacy/paper-erasure.contract';
import type { ErasureObstacle } from '@gongxiang/contracts/words/person-erasure';
import type { MergeService } from '@gongxiang/contracts/words/person-merge';
import { dayMs, DomainError } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import type { Whom } from '../../unions/awaits/whom.js';
import type { ErasureRow } from './erasure.entity.js';

export type ErasureStep = 'confirm' | 'refuse' | 'begin' | 'finish' | 'withdraw' | 'lapse';

/** What has begun cannot be taken back: other services may have erased their part already. */
const steps: Readonly<Record<ErasureState, Readonly<Partial<Record<ErasureStep, ErasureState>>>>> = {
  filed: { confirm: 'waiting', refuse: 'refused', withdraw: 'withdrawn', lapse: 'lapsed' },
  waiting: { begin: 'erasing', withdraw: 'withdrawn', lapse: 'lapsed' },
  erasing: { finish: 'erased' },
  erased: {},
  withdrawn: {},
  lapsed: {},
  refused: {},
};

/** @throws DomainError `ILLEGAL_TRANSITION` */
export function nextErasureState(state: ErasureState, step: ErasureStep): ErasureState {
  const next = steps[state][step];
  if (next === undefined) throw new DomainError('ILLEGAL_TRANSITION', { params: { state, step } });
  return next;
}

/** When an erasure that is asked for now begins. */
export function erasureBegins(now: Date, delayDays: number): Date {
  return new Date(now.getTime() + delayDays * dayMs);
}

/** What the clock does with a request: one that nobody has confirmed lapses, one that waits begins. */
export function dueErasureStep(
  { state, effectiveAt }: { readonly state: ErasureState; readonly effectiveAt: Date },
  now: Date,
): 'lapse' | 'begin' | null {
  if (effectiveAt > now) return null;
  if (state === 'filed') return 'lapse';
  return state === 'waiting' ? 'begin' : null;
}

/** @throws DomainError `ERASURE_PAPER_AHEAD` @param today in Shanghai */
export function requirePaperDate(paperDate: string, today: string): void {
  if (paperDate > today) throw new DomainError('ERASURE_PAPER_AHEAD', { pointer: '/paperDate' });
}

/** Who does not decide on a request on paper: whoever has filed it, and whose data it is about. */
export function involvedInPaper({ filedBy, personId }: Pick<ErasureRow, 'filedBy' | 'personId'>): string[] {
  return filedBy === null ? [personId] : [filedBy, personId];
}

/**
 * What is in the way in any of the services, without how many and in which of them.
 * @throws DomainError `ERASURE_SERVICE_SILENT`
 */
export function kindsInTheWay(
  answers: readonly ServiceErasureObstacles[],
  services: readonly MergeService[],
): ErasureObstacle[] {
  requireAnswers(answers, services);
  return [...new Set(answers.flatMap(({ obstacles }) => obstacles.map(({ obstacle }) => obstacle)))];
}

const paperActs: readonly PaperErasureAct[] = ['confirm', 'refuse', 'withdraw'];

/** What somebody may do about a request on paper now. */
export function paperActsOf(
  state: ErasureState,
  { isInvolved, mayDecide }: { readonly isInvolved: boolean; readonly mayDecide: boolean },
): PaperErasureAct[] {
  if (!mayDecide) return [];
  return paperActs.filter((act) => steps[state][act] !== undefined && (act === 'withdraw' || !isInvolved));
}

/**
 * Whom a request on paper waits for: somebody else to confirm it, and then its person, who may not know of it.
 * @param decider who may confirm it
 */
export function awaitsOfErasure(
  row: Pick<ErasureRow, 'id' | 'state' | 'personId' | 'paperKind' | 'effectiveAt'>,
  decider: Whom,
): Await[] {
  const { id, state, personId, paperKind, effectiveAt } = row;
  if (paperKind === null) return [];
  const about = { erasureId: id };
  if (state === 'filed')
    return [{ ...decider, kind: 'erasureFiled', why: 'decidesHere', about, dueAt: effectiveAt }];
  if (state !== 'waiting') return [];
  const whom = { personIds: [personId], why: 'aboutYou' } as const;
  return [
    {
      ...whom,
      kind: 'erasureOnPaper',
      about,
      values: { at: effectiveAt.toISOString() },
      dueAt: effectiveAt,
    },
  ];
}

/** @throws DomainError `ERASURE_SERVICE_SILENT` */
function requireAnswers(
  answers: readonly Pick<ServiceErasureObstacles, 'service' | 'answered'>[],
  services: readonly MergeService[],
): void {
  const silent = services.filter(
    (service) => answers.find((one) => one.service === service)?.answered !== true,
  );
  if (silent.length > 0)
    throw new DomainError('ERASURE_SERVICE_SILENT', {
      params: { services: silent.join(', ') },
      retryAfterSeconds: 5,
    });
}

/** @throws DomainError `ERASURE_SERVICE_SILENT`, `ERASURE_IN_THE_WAY` with the services that it concerns */
export function requireFree(
  answers: readonly ServiceErasureObstacles[],
  services: readonly MergeService[],
): void {
  requireAnswers(answers, services);
  const inTheWay = answers.filter(({ obstacles }) => obstacles.length > 0).map(({ service }) => service);
  if (inTheWay.length > 0)
    throw new DomainError('ERASURE_IN_THE_WAY', { params: { services: inTheWay.join(', ') } });
}

/** Whether each of these services has done its part. */
export function isComplete(
  parts: readonly { readonly service: MergeService; readonly doneAt: Date | null }[],
  services: readonly MergeService[],
): boolean {
  return services.every((service) => parts.some((part) => part.service === service && part.doneAt !== null));
}
