import type { Contract } from '@gongxiang/contracts/core/contract';
import type { CallContext } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import type { Existing, Transaction, Transactions } from '@gongxiang/persistence';

/** What a feature does when it takes an upload in, step by step. */
export interface Intake<Request, Prepared, View> {
  readonly contract: Contract<Request, View>;
  readonly request: Request;
  /** A first look whether it may be taken. @returns whose upload it has to be; null where it was taken in already */
  readonly look: (tx: Transaction) => Promise<string | null>;
  /** The work on its bytes, for which nobody waits at a lock. */
  readonly prepare: (ownerId: string) => Promise<Prepared>;
  /** The decision, under the lock of what it belongs to. @param prepared null where it had been taken in at the first look */
  readonly save: (tx: Transaction, prepared: Prepared | null) => Promise<View | Existing<View>>;
}

/**
 * Takes an upload in, whatever becomes of it: a look, the work without a lock, and the decision under the lock. Whoever asks twice
 * is answered alike though the upload is gone, as an upload makes one thing of what it belongs to.
 */
export async function takeIn<Request, Prepared, View>(
  transactions: Transactions,
  call: CallContext,
  { contract, request, look, prepare: make, save: keep }: Intake<Request, Prepared, View>,
): Promise<Outcome<View>> {
  const ownerId = await transactions.read(call, look);
  const prepared = ownerId === null ? null : await make(ownerId);
  return transactions.command(call, contract, request, (tx) => keep(tx, prepared));
}
