import type { DataKind, DataReason, DataTerm, KeptDataView } from '@gongxiang/contracts/words/person-data';
import { countPersonData, type PersonDataPlan, type Transaction } from '@gongxiang/persistence';

/** What a service has of the caller, in the words of the contract. */
export async function keptDataOf(tx: Transaction, plan: PersonDataPlan): Promise<KeptDataView> {
  const counts = await countPersonData(tx, plan, tx.personId);
  const items = counts.map(({ kind, count, reason, term }) => ({
    kind: kind as DataKind,
    count,
    reason: reason as DataReason,
    term: term as DataTerm,
  }));
  return { items };
}
