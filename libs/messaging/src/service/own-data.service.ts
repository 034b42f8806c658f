import { Injectable } from '@nestjs/common';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import {
  type DataKind,
  type DataReason,
  type DataTerm,
  type KeptDataView,
  personDataContract,
} from '@gongxiang/contracts/words/person-data';
import type { MergeService } from '@gongxiang/contracts/words/person-merge';
import type { CallContext } from '@gongxiang/domain';
import { countPersonData, type PersonDataPlan, Transactions } from '@gongxiang/persistence';
import { Handles } from '../rpc/index.js';

/** The call by which every service counts what it has of the caller, in the words of the contract. */
export function ownDataService(
  service: MergeService,
  plan: PersonDataPlan,
): new (...args: never[]) => object {
  const contract = personDataContract(service);

  @Injectable()
  class OwnDataService {
    constructor(private readonly transactions: Transactions) {}

    @Handles(contract.count)
    count(_request: NoRequest, call: CallContext): Promise<KeptDataView> {
      return this.transactions.read(call, async (tx) => {
        const counts = await countPersonData(tx, plan, tx.personId);
        const items = counts.map(({ kind, count, reason, term }) => ({
          kind: kind as DataKind,
          count,
          reason: reason as DataReason,
          term: term as DataTerm,
        }));
        return { items };
      });
    }
  }
  return OwnDataService;
}
