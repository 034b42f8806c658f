import type { MandateScope } from '@gongxiang/contracts/sharing/sharing-events';
import { type ActionRule, mayDo } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { findMandates, findMandators } from './acting.repository.js';

/** A mandate of a union, with the path of the acting union. */
export interface Mandated {
  readonly mandateId: string;
  /** The path of the represented union: that union alone, not those below it. */
  readonly forPath: string;
  readonly path: string;
}

/** An action for one or several unions. */
interface Acting {
  readonly scope: MandateScope;
  /** The paths of the represented unions. */
  readonly forPaths: readonly string[];
}

/**
 * The mandates by which others may act now for unions at these paths. Read from the rows each time: a mandate revoked
 * a moment ago is refused.
 * Functions and no service: the caller has a transaction, and needs nothing else of this feature.
 */
export async function mandatesFor(
  tx: Transaction,
  { scope, forPaths }: Acting,
): Promise<readonly Mandated[]> {
  const paths = [...new Set(forPaths)];
  if (paths.length === 0) return [];
  return findMandates(tx, scope, paths);
}

/** The paths from which an action for a union may be taken: its own, and those of the unions it has mandated. */
export function placesFor(path: string, mandates: readonly Mandated[]): string[] {
  return [path, ...mandates.flatMap((one) => (one.forPath === path ? one.path : []))];
}

/** The unions that have mandated one of those in these subtrees. */
export async function mandatorsOf(
  tx: Transaction,
  { scope, paths }: { readonly scope: MandateScope; readonly paths: readonly string[] },
): Promise<string[]> {
  if (paths.length === 0) return [];
  const rows = await findMandators(tx, scope, paths);
  return rows.map(({ id }) => id);
}

/** An action for another union. */
interface Deed {
  readonly rule: ActionRule;
  readonly scope: MandateScope;
  /** The path of the represented union. */
  readonly path: string;
  /** The loan or the activity. */
  readonly aboutId: string;
}

/** Records in a mandate's trail that somebody acted by it; nothing if they may act without one. */
export function recordActing(tx: Transaction, mandates: readonly Mandated[], deed: Deed): void {
  const { actor } = tx.call;
  const { rule, scope, path, aboutId } = deed;
  if (actor === null || mayDo(actor, rule, { paths: [path] })) return;
  const by = mandates.find((one) => one.forPath === path && mayDo(actor, rule, { paths: [one.path] }));
  if (by !== undefined) tx.audit({ noun: useNoun, id: by.mandateId, after: { scope, aboutId } });
}

/** Uses of a mandate are audited under this noun and the mandate's id. */
export const useNoun = 'mandate-use';
