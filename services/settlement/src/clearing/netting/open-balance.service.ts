import { Injectable } from '@nestjs/common';
import {
  nettingContract,
  type OpenBalancesRequest,
  type OpenBalancesView,
  type OpenBalanceView,
} from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { type CallContext, DomainError, mayDo, toWire } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as ledgerActions } from '../../ledger/actions.js';
import { authoriseLook } from '../../reference/bookkeeping.js';
import { namedParty } from '../../reference/named-party.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { FreezeGuard } from '../freeze/freeze-guard.js';
import { proposerOf, tiersAboveBoth } from './common-tier.model.js';
import { NettingRunRepository, type OpenBalance } from './run.repository.js';

const shownMax = 200;

/** A balance with the tiers that may net it, the nearest first. */
interface Nettable {
  readonly row: OpenBalance;
  readonly tiers: readonly string[];
}

/** What is open between a union and others, and which union nets it: whoever may not propose a run sees who does. */
@Injectable()
export class OpenBalanceService {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: NettingRunRepository,
    private readonly references: ReferenceRepository,
    private readonly freezes: FreezeGuard,
  ) {}

  @Handles(nettingContract.listOpenBalances)
  list({ unionId }: OpenBalancesRequest, call: CallContext): Promise<OpenBalancesView> {
    return this.transactions.read(call, async (tx) => {
      const union = (await this.references.parties(tx, [`union:${unionId}`])).get(`union:${unionId}`);
      await authoriseLook(tx, ledgerActions.seeLedger, union === undefined ? [] : [union.unionPath]);
      const frozen = await this.freezes.frozen(tx);
      return { items: await this.views(tx, await this.runs.openBalances(tx, { unionId, frozen }, shownMax)) };
    });
  }

  private async views(tx: Transaction, rows: readonly OpenBalance[]): Promise<OpenBalanceView[]> {
    const keys = rows.flatMap(({ party, counterparty }) => [party, counterparty]);
    const parties = await this.references.parties(tx, [...new Set(keys)]);
    const pathOf = (key: string): string => parties.get(key)?.unionPath ?? '';
    const all = rows.map((row): Nettable => ({
      row,
      tiers: tiersAboveBoth(pathOf(row.party), pathOf(row.counterparty)),
    }));
    const unions = await this.references.unionsWith(tx, actions.createNettingRun, [
      ...new Set(all.flatMap(({ tiers }) => tiers)),
    ]);
    const withHolders = new Set([...unions].filter(([, { isHeld }]) => isHeld).map(([path]) => path));
    return all.map(({ row, tiers }) => {
      const path = proposerOf(tiers, withHolders) ?? '';
      const proposer = unions.get(path);
      if (proposer === undefined) throw new DomainError('REFERENCE_PENDING', { retryAfterSeconds: 1 });
      const { actor } = tx.call;
      return {
        party: namedParty(row.party, parties),
        counterparty: namedParty(row.counterparty, parties),
        balance: toWire(row.balance_fen),
        ready: toWire(row.ready_fen),
        proposerId: proposer.id,
        proposerName: proposer.name,
        mayPropose: actor !== null && mayDo(actor, actions.createNettingRun, { paths: [path] }),
      };
    });
  }
}
