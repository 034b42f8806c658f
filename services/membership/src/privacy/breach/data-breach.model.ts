import type {
  DataBreachAct,
  DataBreachState,
  HandOverBreachReport,
  RecordDataBreach,
} from '@gongxiang/contracts/membership/privacy/data-breach.contract';
import { DomainError } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import type { Whom } from '../../unions/awaits/whom.js';

/** So many are looked at in one transaction: one event can notify as many. */
export const batchPeople = 500;

/**
 * What the fields must be for each other, beside the form of each.
 * @throws DomainError `DATA_BREACH_TIMES`, `DATA_BREACH_AUDIENCE`, `DATA_BREACH_REASON`, `DATA_BREACH_CHANGES`
 */
export function requireWhole(record: RecordDataBreach, now: Date): void {
  const { noticedAt, happenedAt, correctsId, changes, isTold, notToldReason } = record;
  if (Date.parse(noticedAt) > now.getTime()) throw new DomainError('DATA_BREACH_TIMES', at('/noticedAt'));
  if (happenedAt !== null && Date.parse(happenedAt) > Date.parse(noticedAt))
    throw new DomainError('DATA_BREACH_TIMES', at('/happenedAt'));
  requireAudience(record);
  if (isTold !== (notToldReason === null)) throw new DomainError('DATA_BREACH_REASON', at('/notToldReason'));
  if ((correctsId === null) !== (changes === null))
    throw new DomainError('DATA_BREACH_CHANGES', at('/changes'));
}

function requireAudience({ audience, unionId, personIds }: RecordDataBreach): void {
  if ((audience === 'union') !== (unionId !== null))
    throw new DomainError('DATA_BREACH_AUDIENCE', at('/unionId'));
  if ((audience === 'named') !== personIds.length > 0)
    throw new DomainError('DATA_BREACH_AUDIENCE', at('/personIds'));
}

function at(pointer: string): { readonly pointer: string } {
  return { pointer };
}

/**
 * What was decided, and has no correction yet, can be corrected.
 * @param corrected null if there is no such record
 * @throws DomainError `NOT_FOUND`, `ILLEGAL_TRANSITION`, `DATA_BREACH_CORRECTION_TOLD`
 */
export function requireCorrectable(
  corrected: { readonly state: DataBreachState; readonly isTold: boolean } | null,
  isTold: boolean,
): void {
  if (corrected === null) throw new DomainError('NOT_FOUND', at('/correctsId'));
  if (!isDecided(corrected.state)) throw new DomainError('ILLEGAL_TRANSITION', at('/correctsId'));
  // Whoever was told something wrong is told what is right.
  if (corrected.isTold && !isTold) throw new DomainError('DATA_BREACH_CORRECTION_TOLD', at('/isTold'));
}

/** Its people are notified, or are not to be. While they are being notified it can be corrected as well. */
function isDecided(state: DataBreachState): boolean {
  return state === 'notifying' || state === 'notified' || state === 'filed';
}

/**
 * What may be said of the report to the authority. That of a breach which was corrected later was handed over all the same.
 * @param handovers how many entries there are, and may be
 * @throws DomainError `ILLEGAL_TRANSITION` before it is confirmed, `DATA_BREACH_HANDOVER_TIME`,
 * `DATA_BREACH_HANDOVER_CHANGES`, `DATA_BREACH_HANDOVERS_MANY`
 */
export function requireHandover(
  breach: { readonly state: DataBreachState; readonly noticedAt: Date },
  entry: Pick<HandOverBreachReport, 'handedOverAt' | 'changes'>,
  { handovers, max, now }: { readonly handovers: number; readonly max: number; readonly now: Date },
): void {
  if (!isDecided(breach.state)) throw new DomainError('ILLEGAL_TRANSITION');
  if (handovers >= max) throw new DomainError('DATA_BREACH_HANDOVERS_MANY', { params: { max } });
  const handedOver = Date.parse(entry.handedOverAt);
  if (handedOver < breach.noticedAt.getTime() || handedOver > now.getTime())
    throw new DomainError('DATA_BREACH_HANDOVER_TIME', at('/handedOverAt'));
  if ((handovers === 0) !== (entry.changes === null))
    throw new DomainError('DATA_BREACH_HANDOVER_CHANGES', at('/changes'));
}

/** What somebody who answers for breaches may do with one. @param hasRoom for a further entry on its report */
export function actsOf(
  breach: { readonly state: DataBreachState; readonly correctedById: string | null },
  isRecorder: boolean,
  hasRoom: boolean,
): DataBreachAct[] {
  if (breach.state === 'waiting') return isRecorder ? ['withdraw'] : ['confirm', 'refuse'];
  if (!isDecided(breach.state)) return [];
  const acts: DataBreachAct[] = breach.correctedById === null ? ['correct'] : [];
  return hasRoom ? [...acts, 'handOver'] : acts;
}

/** Whom a record waits for. @param decider who may confirm it */
export function awaitsOfBreach(
  { id, state }: { readonly id: string; readonly state: DataBreachState },
  decider: Whom,
): Await[] {
  if (state !== 'waiting') return [];
  return [{ ...decider, about: { dataBreachId: id }, kind: 'dataBreachRecorded', why: 'decidesHere' }];
}

/** The progress after a batch. @param notified who of the batch was notified now */
export function advanced(
  before: { readonly notified: number; readonly position: string | null },
  batch: readonly string[],
  notified: number,
): { readonly notified: number; readonly position: string | null; readonly isLast: boolean } {
  return {
    notified: before.notified + notified,
    position: batch.at(-1) ?? before.position,
    isLast: batch.length < batchPeople,
  };
}
