import type { Matter } from '@gongxiang/contracts/words/matter';
import type { Transaction } from '@gongxiang/persistence';

/** A delegation in force, by which a person may act. */
export interface HeldDelegation {
  readonly id: string;
  readonly mayDelegate: boolean;
  readonly validTo: Date | null;
  readonly revokedAt: null;
}

/**
 * The delegations of any of these matters that the caller holds now, those that may be passed on and that last longest
 * first. Read from the rows each time: one that ended or was revoked a moment ago permits nothing.
 */
export function findHeld(tx: Transaction, matters: readonly Matter[]): Promise<HeldDelegation[]> {
  return tx.sql.query(
    `SELECT d.id, d.may_delegate AS "mayDelegate", d.valid_to AS "validTo", d.revoked_at AS "revokedAt"
     FROM delegation d JOIN unnest($2::text[], $3::uuid[]) AS m(kind, id) ON m.kind = d.matter_kind AND m.id = d.matter_id
     WHERE d.person_id = ANY($1) AND d.revoked_at IS NULL AND (d.valid_to IS NULL OR d.valid_to > $4)
     ORDER BY d.may_delegate DESC, d.valid_to DESC NULLS FIRST`,
    [idsOf(tx), matters.map(({ kind }) => kind), matters.map(({ id }) => id), tx.now],
  );
}

/** The caller's ids, also of records that were merged into theirs. */
function idsOf({ personId, call }: Transaction): string[] {
  return [personId, ...(call.actor?.formerIds ?? [])];
}
