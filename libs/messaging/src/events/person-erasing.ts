import type { EventContract } from '@gongxiang/contracts/core/contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import type { DataKind, DataReason, DataTerm } from '@gongxiang/contracts/words/person-data';
import type {
  ErasureObstacle,
  ErasureObstaclesView,
  ErasurePartView,
  ErasurePreviewPart,
  PersonErased,
  PersonErasureDone,
} from '@gongxiang/contracts/words/person-erasure';
import {
  countErasure,
  erasePerson,
  erasureObstacles,
  type ErasurePlan,
  lockMerges,
  type PersonDataPlan,
  type Transaction,
} from '@gongxiang/persistence';
import { recordEvent } from './outbox.js';

/** What a service has of people, and what it does with it once one of them is erased. */
export interface ErasureSteps {
  readonly plan: ErasurePlan;
  readonly data: PersonDataPlan;
  /** What is no matter of rows alone, such as files, before they are gone. */
  readonly prepare?: (tx: Transaction, personId: string) => Promise<void>;
}

/** What an erasure of this person would do, and what is in its way; changes nothing. */
export async function previewErasure(
  tx: Transaction,
  steps: ErasureSteps,
  personId: string,
): Promise<ErasurePreviewPart> {
  const part = await partOf(tx, steps, personId);
  return { ...part, ...(await erasureObstaclesOf(tx, steps, personId)) };
}

/** What is in the way of erasing this person, and nothing of what is kept of them. */
export async function erasureObstaclesOf(
  tx: Transaction,
  { plan }: Pick<ErasureSteps, 'plan'>,
  personId: string,
): Promise<ErasureObstaclesView> {
  const found = await erasureObstacles(tx, plan, personId);
  return {
    obstacles: found.map(({ obstacle, count }) => ({ obstacle: obstacle as ErasureObstacle, count })),
  };
}

/**
 * The part of a service in an erasure. Merges wait meanwhile, as it erases under all ids of the person.
 * @returns what was erased, and what stays
 */
export async function applyErasure(
  tx: Transaction,
  steps: ErasureSteps,
  { personId }: Pick<PersonErased, 'personId'>,
): Promise<ErasurePartView> {
  await lockMerges(tx);
  const part = await partOf(tx, steps, personId);
  await steps.prepare?.(tx, personId);
  await erasePerson(tx, steps.plan, personId);
  await eraseDeadLetters(tx, personId);
  return part;
}

/** Of the only events with values of a person. The stream keeps them until membership removes them at the end. */
async function eraseDeadLetters(tx: Transaction, personId: string): Promise<void> {
  const { memberChanged, membersChanged } = membershipEvents;
  await tx.sql.query(
    `DELETE FROM dead_letter WHERE subject = $1 AND envelope->'data'->>'personId' = ANY(person_ids($2)::text[])`,
    [memberChanged.subject, personId],
  );
  await tx.sql.query(
    `UPDATE dead_letter SET envelope = ${withoutMembers('person_ids($2)::text[]')}
     WHERE subject = $1 AND ${hasMembers('person_ids($2)::text[]')}`,
    [membersChanged.subject, personId],
  );
}

/** SQL: whether the envelope of a `membersChanged` has the state of one of these people. @param ids SQL of an array */
export function hasMembers(ids: string): string {
  return `EXISTS (SELECT 1 FROM jsonb_path_query(envelope, '$.data.members[*]') AS m WHERE m->>'personId' = ANY(${ids}))`;
}

/** SQL: such an envelope with the states of all others alone. */
export function withoutMembers(ids: string): string {
  return `jsonb_set(envelope, '{data,members}', coalesce(
    (SELECT jsonb_agg(m) FROM jsonb_path_query(envelope, '$.data.members[*]') AS m WHERE m->>'personId' <> ALL(${ids})), '[]'))`;
}

/** {@link applyErasure}, acknowledged by an event. */
export async function applyAndAcknowledge(
  tx: Transaction,
  steps: ErasureSteps,
  { erased, applied }: { readonly erased: PersonErased; readonly applied: EventContract<PersonErasureDone> },
): Promise<void> {
  const part = await applyErasure(tx, steps, erased);
  await recordEvent(tx, applied, erased.erasureId, { erasureId: erased.erasureId, ...part });
}

async function partOf(
  tx: Transaction,
  { plan, data }: ErasureSteps,
  personId: string,
): Promise<ErasurePartView> {
  const { erased, kept } = await countErasure(tx, plan, data, personId);
  return {
    erased: erased.map(({ kind, count }) => ({ kind: kind as DataKind, count })),
    kept: kept.map(({ kind, count, reason, term }) => ({
      kind: kind as DataKind,
      count,
      reason: reason as DataReason,
      term: term as DataTerm,
    })),
  };
}
