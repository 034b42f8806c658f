import type { EventContract } from '@gongxiang/contracts/core/contract';
import type {
  CountReferences,
  MergeWarningView,
  PersonMergeDone,
  PersonMergeState,
  ReferenceCountView,
  ReferencesView,
} from '@gongxiang/contracts/words/person-merge';
import { dayMs } from '@gongxiang/domain';
import {
  addAlias,
  countReferences,
  lockMerges,
  movedReferences,
  movePerson,
  type PersonMerge,
  type PersonPlan,
  type ReferenceCount,
  type Transaction,
  undoMerge,
} from '@gongxiang/persistence';
import { schedule } from './due.js';
import { recordEvent } from './outbox.js';

/** Due work: move what was written under the old id while the merge was applied. */
export const personMergeDue = 'person-merge';
/** Longer than calls may still use the old id (see `KnownAliases`), and than nearly all of them take. */
const firstLookMs = 5_000;
/** Longer than any call or statement may take. */
const lastLookMs = 120_000;
/** The journal is needed for as long as a merge may be undone. */
const journalDays = 31;

/** What a service adds to moving rows. */
export interface PersonMergeSteps {
  readonly plan: PersonPlan;
  /**
   * Settles what both have, under the locks that commands take, and moves the rows; it may be repeated.
   * {@link movePerson} alone if absent.
   */
  readonly move?: (tx: Transaction, merge: PersonMerge) => Promise<void>;
  readonly warnings: (tx: Transaction, asked: CountReferences) => Promise<MergeWarningView[]>;
  /** Tells membership that this part is done. */
  readonly acknowledge: (tx: Transaction, step: 'apply' | 'undo', done: PersonMergeDone) => Promise<void>;
}

/** Acknowledges by an event. */
export function acknowledgeBy(contracts: {
  readonly applied: EventContract<PersonMergeDone>;
  readonly undone: EventContract<PersonMergeDone>;
}): PersonMergeSteps['acknowledge'] {
  return (tx, step, done) =>
    recordEvent(tx, step === 'apply' ? contracts.applied : contracts.undone, done.mergeId, done);
}

/** Counts what a merge would touch, and changes nothing. */
export async function referencesOf(
  tx: Transaction,
  steps: Pick<PersonMergeSteps, 'plan' | 'warnings'>,
  asked: CountReferences,
): Promise<ReferencesView> {
  const counts = await countReferences(tx, steps.plan, asked);
  const warnings = await steps.warnings(tx, asked);
  return { counts: viewsOf(counts), warnings: warnings.filter(({ count }) => count > 0) };
}

/**
 * The part of a service in a merge: from now on the old id stands for the new one, and all rows that may move are
 * moved. It acknowledges a little later, once it has moved what calls under way have written under the old id.
 */
export async function applyPersonMerge(
  tx: Transaction,
  steps: PersonMergeSteps,
  { mergeId, from, into }: PersonMergeState,
): Promise<void> {
  await lockMerges(tx);
  const merge = await addAlias(tx, { mergeId, from, into });
  if (merge !== null) await moveRows(tx, steps, merge);
  await scheduleFirstLook(tx, { mergeId, from, into });
}

/** Plans the first look for what has been written under the old id meanwhile. */
export function scheduleFirstLook(tx: Transaction, { mergeId, from, into }: PersonMerge): Promise<void> {
  return scheduleLook(tx, mergeId, { from, into, round: 'first' }, firstLookMs);
}

/** What is due later: see {@link applyPersonMerge}. */
export async function continuePersonMerge(
  tx: Transaction,
  steps: PersonMergeSteps,
  due: { readonly key: string; readonly payload: unknown },
): Promise<void> {
  const { from, into, round } = due.payload as LookPayload;
  const mergeId = due.key;
  await lockMerges(tx);
  if (round === 'forget') {
    await tx.sql.query('DELETE FROM person_merge_journal WHERE merge_id = $1', [mergeId]);
    return;
  }
  const merge = (await isApplied(tx, mergeId, from)) ? await addAlias(tx, { mergeId, from, into }) : null;
  if (merge !== null) await moveRows(tx, steps, merge);
  if (round === 'first') {
    const counts = viewsOf(await movedReferences(tx, steps.plan, mergeId));
    await steps.acknowledge(tx, 'apply', { mergeId, counts });
    await scheduleLook(tx, mergeId, { from, into, round: 'last' }, lastLookMs);
  } else if (merge !== null) {
    await scheduleLook(tx, mergeId, { from, into, round: 'forget' }, journalDays * dayMs);
  }
}

/** Moves everything back, and acknowledges at once. */
export async function undoPersonMerge(
  tx: Transaction,
  steps: PersonMergeSteps,
  { mergeId, from, into }: PersonMergeState,
): Promise<void> {
  await lockMerges(tx);
  const counts = viewsOf(await movedReferences(tx, steps.plan, mergeId));
  if (await isApplied(tx, mergeId, from)) {
    await undoMerge(tx, steps.plan, { mergeId, from, into });
  }
  await steps.acknowledge(tx, 'undo', { mergeId, counts });
}

interface LookPayload extends Readonly<Record<string, unknown>> {
  readonly from: string;
  readonly into: string;
  readonly round: 'first' | 'last' | 'forget';
}

async function moveRows(tx: Transaction, steps: PersonMergeSteps, merge: PersonMerge): Promise<void> {
  if (steps.move === undefined) await movePerson(tx, steps.plan, merge);
  else await steps.move(tx, merge);
}

async function isApplied(tx: Transaction, mergeId: string, from: string): Promise<boolean> {
  const rows: unknown[] = await tx.sql.query(
    'SELECT 1 FROM person_alias WHERE merge_id = $1 AND from_id = $2',
    [mergeId, from],
  );
  return rows.length > 0;
}

function scheduleLook(tx: Transaction, key: string, payload: LookPayload, inMs: number): Promise<void> {
  return schedule(tx, { kind: personMergeDue, key, at: new Date(tx.now.getTime() + inMs), payload });
}

function viewsOf(counts: readonly ReferenceCount[]): ReferenceCountView[] {
  return counts.map((one) => ({ ...one, kind: one.kind as ReferenceCountView['kind'] }));
}
