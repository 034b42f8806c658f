import type { Contract } from '@gongxiang/contracts/core/contract';
import type { CallContext } from '@gongxiang/domain';

import type { ExistingResult, Transaction, Transactions } from '@gongxiang/persistence';
import type { Outcome } from '../rpc/wire.js';

/** The steps of a feature that accepts an upload. */
interface Intake<Request, Prepared, View> {
  readonly contract: Contract<Request, View>;
  readonly request: Request;
  /**
   * An early check whether it may be accepted. @returns the required owner of the upload; null if it was accepted
   * already
   */
  readonly look: (tx: Transaction) => Promise<string | null>;
  /** The work on its bytes, without any lock. */
  readonly prepare: (ownerId: string) => Promise<Prepared>;
  /** The decision, under the lock of the owner. @param prepared null if it had been accepted at the early check */
  readonly save: (tx: Transaction, prepared: Prepared | null) => Promise<View | ExistingResult<View>>;
}

/**
 * Accepts an upload: an early check, the work without a lock, and the decision under the lock. A repeated request
 * gets the same answer though the upload is gone, as an upload creates one thing per owner.
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
