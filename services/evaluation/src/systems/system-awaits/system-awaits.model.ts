import type { Await } from '@gongxiang/messaging/events';
import type { RoleName } from '@gongxiang/domain';
import type { IndicatorSystemRow } from '../indicator-system/indicator-system.entity.js';
import type { JudgementRoundRow } from '../judgement/judgement.entity.js';
import type { WeightVersionRow } from '../weight/weight-version.entity.js';

/** An indicator system with all about it that somebody may have to do. */
export interface SystemToTend {
  readonly system: Pick<IndicatorSystemRow, 'id' | 'unionId' | 'name' | 'state' | 'versionNumber'> &
    Pick<IndicatorSystemRow, 'editedBy' | 'returnedBy' | 'returnReason' | 'isReturned'>;
  /** Who tends it. */
  readonly roles: readonly RoleName[];
  /** The newest round that is over, has judgements, and by which nothing was weighed; null if there is none. */
  readonly round: Pick<JudgementRoundRow, 'id' | 'name'> | null;
  /** The newest version of its weights. */
  readonly weights: Pick<WeightVersionRow, 'id' | 'versionNumber' | 'state' | 'acceptable'> | null;
}

/** Everything that an indicator system waits for at the moment. */
export function awaitsOfSystem(facts: SystemToTend): Await[] {
  const { state, isReturned } = facts.system;
  if (state === 'draft') return [isReturned ? toChange(facts) : toReview(facts)];
  if (state === 'reviewed') return [of(facts, { kind: 'systemToPublish' })];
  // Nothing is weighed by a retired one any more.
  return state === 'published' ? [...toWeigh(facts), ...toActivate(facts)] : [];
}

/** Nobody reviews what they wrote. */
function toReview(facts: SystemToTend): Await {
  const { editedBy } = facts.system;
  return of(facts, { kind: 'systemToReview' }, [editedBy]);
}

/** Whoever sent it back waits for the others, unless they wrote it. */
function toChange(facts: SystemToTend): Await {
  const { editedBy, returnedBy, returnReason } = facts.system;
  const others = returnedBy === editedBy ? [] : [returnedBy];
  return of(facts, { kind: 'systemReturned', values: { reason: returnReason } }, others);
}

function toWeigh(facts: SystemToTend): Await[] {
  if (facts.round === null) return [];
  const { id: judgementRoundId, name: roundName } = facts.round;
  const what = { about: { judgementRoundId }, values: { roundName }, slot: judgementRoundId };
  return [of(facts, { kind: 'roundToWeigh', ...what })];
}

/** Only the newest: an older one was computed to be looked at, or was replaced before it came into force. */
function toActivate(facts: SystemToTend): Await[] {
  const { weights } = facts;
  if (weights === null || weights.state !== 'computed' || !weights.acceptable) return [];
  const { id: weightVersionId, versionNumber } = weights;
  const values = { versionNumber: String(versionNumber) };
  return [
    of(facts, { kind: 'weightsToActivate', about: { weightVersionId }, values, slot: weightVersionId }),
  ];
}

function of(
  { system: { id: systemId, unionId, name, versionNumber }, roles }: SystemToTend,
  { values, ...what }: Pick<Await, 'kind'> & Partial<Pick<Await, 'about' | 'values' | 'slot'>>,
  exceptIds: readonly (string | null)[] = [],
): Await {
  return {
    why: 'tendsIndicators',
    about: { systemId },
    ...what,
    title: name,
    values: { versionNumber: String(versionNumber), ...values },
    offices: {
      roles,
      unionIds: [unionId],
      isNearest: true,
      exceptIds: exceptIds.filter((personId) => personId !== null),
    },
  };
}
