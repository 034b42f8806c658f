import type { Transaction } from '@gongxiang/persistence';

/** Keeps audit records short enough to be read. */
const holdersAtOnce = 500;

/**
 * Audits who fetched a token, all at once when nothing more is signed, so that no record tells when somebody did.
 * @param holders in the order of ids
 */
export function auditTokens(
  tx: Transaction,
  { noun, id }: { readonly noun: string; readonly id: string },
  holders: readonly string[],
): void {
  for (let start = 0; start < holders.length; start += holdersAtOnce)
    tx.audit({ noun, id, before: null, after: { personIds: holders.slice(start, start + holdersAtOnce) } });
}
