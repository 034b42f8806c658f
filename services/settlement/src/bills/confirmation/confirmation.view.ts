import { Injectable } from '@nestjs/common';
import type {
  ConfirmationSummaryView,
  ConfirmationView,
} from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import type { CostShareView } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { mayDo, partyKey, sum, toWire } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { CostShareRow } from '../cost-pool/cost-pool.entity.js';
import { CostPoolRepository } from '../cost-pool/cost-pool.repository.js';
import { namedParty, personName, withNames } from '../../reference/named-party.js';
import {
  type KnownParty,
  type PersonNames,
  ReferenceRepository,
} from '../../reference/reference.repository.js';
import { traceText } from '../../splits/split/split-trace.model.js';
import type { ConfirmationRow } from './confirmation.entity.js';
import { PoolPosting } from '../cost-pool/pool-posting.js';
import { confirmationLife, type Debt } from './confirmation.model.js';
import { ConfirmationRepository } from './confirmation.repository.js';

interface Known {
  readonly parties: ReadonlyMap<string, KnownParty>;
  readonly people: PersonNames;
  readonly disputes: ReadonlyMap<string, string>;
}

/** Views of confirmations: summaries of many in a few reads, and one in detail with the trace of its amount. */
@Injectable()
export class ConfirmationViews {
  constructor(
    private readonly confirmations: ConfirmationRepository,
    private readonly pools: CostPoolRepository,
    private readonly references: ReferenceRepository,
    private readonly posting: PoolPosting,
  ) {}

  async summaries(tx: Transaction, rows: readonly ConfirmationRow[]): Promise<ConfirmationSummaryView[]> {
    const known = {
      parties: await this.references.parties(tx, [...new Set(rows.map(({ party }) => party))]),
      people: await this.references.namesOf(
        tx,
        rows.map(({ answeredBy }) => answeredBy),
      ),
      disputes: await this.confirmations.openDisputes(
        tx,
        rows.filter(({ state }) => state === 'disputed').map(({ id }) => id),
      ),
    };
    return rows.map((row) => summaryOf(tx, row, known));
  }

  async view(tx: Transaction, row: ConfirmationRow): Promise<ConfirmationView> {
    const [summary] = (await this.summaries(tx, [row])) as [ConfirmationSummaryView];
    const debts = await this.debtsOf(tx, row);
    const keys = debts.flatMap(({ from, to }) => [from, to]);
    const names = await this.references.parties(tx, [...new Set(keys)]);
    return {
      ...summary,
      share: await this.shareOf(tx, row),
      paid: await this.paidBy(tx, row),
      debts: debts.map(({ from, to, amountFen }) => ({
        from: namedParty(from, names),
        to: namedParty(to, names),
        amount: toWire(amountFen),
      })),
    };
  }

  /** By the ledger; before a shared bill is posted, by its shares. */
  private async debtsOf(tx: Transaction, { entryId, costPoolId, party }: ConfirmationRow): Promise<Debt[]> {
    if (entryId !== null) return this.confirmations.debtsOf(tx, entryId, party);
    const pool = costPoolId === null ? null : await this.pools.findById(tx, costPoolId);
    const dues = pool === null ? [] : await this.posting.dues(tx, pool);
    return dues
      .map(({ debtor: from, creditor: to, amount: amountFen }) => ({ from, to, amountFen }))
      .filter(({ from, to }) => from === party || to === party);
  }

  /** Null for a party without a share, one that only paid bills or granted the subsidy. */
  private async shareOf(
    tx: Transaction,
    { costPoolId, party }: ConfirmationRow,
  ): Promise<CostShareView | null> {
    if (costPoolId === null) return null;
    const shares = await this.pools.sharesOf(tx, costPoolId);
    const share = shares.find((one) => keyOf(one) === party);
    if (share === undefined) return null;
    // A step of the trace may name any party of the pool.
    const names = await this.references.parties(tx, shares.map(keyOf));
    return {
      party: namedParty(party, names),
      amount: toWire(share.amountFen),
      returned: toWire(share.returnedFen),
      headcount: share.headcount,
      trace: share.trace.map((step) =>
        traceText({ ...step, params: withNames(step.params, names) }, tx.call.locale),
      ),
    };
  }

  private async paidBy(
    tx: Transaction,
    { costPoolId, party }: ConfirmationRow,
  ): Promise<ConfirmationView['paid']> {
    if (costPoolId === null) return null;
    const items = await this.pools.itemsOf(tx, costPoolId);
    const own = items.filter(({ payerKind: kind, payerId: id }) => partyKey({ kind, id }) === party);
    return toWire(sum(own.map(({ amountFen }) => amountFen)));
  }
}

function keyOf({ partyKind: kind, partyId: id }: CostShareRow): string {
  return partyKey({ kind, id });
}

function summaryOf(tx: Transaction, row: ConfirmationRow, known: Known): ConfirmationSummaryView {
  const { id, version, state, kind, title, entryId, costPoolId, silence, way } = row;
  const path = known.parties.get(row.party)?.unionPath;
  const { actor } = tx.call;
  const mayAnswer =
    actor !== null && mayDo(actor, actions.answerConfirmation, { paths: path === undefined ? [] : [path] });
  return {
    id,
    version,
    state,
    kind,
    title,
    entryId,
    costPoolId,
    silence,
    way,
    party: namedParty(row.party, known.parties),
    owes: toWire(row.owesFen),
    owed: toWire(row.owedFen),
    askedAt: row.askedAt.toISOString(),
    confirmBy: row.confirmBy.toISOString(),
    answeredBy: row.answeredBy,
    answeredByName: personName(row.answeredBy, known.people),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    disputeId: known.disputes.get(id) ?? null,
    ...answersOf(row, mayAnswer),
  };
}

/** What may be answered now: a share is disputed once it is posted, and refused before. */
function answersOf({ state, kind, entryId }: ConfirmationRow, mayAnswer: boolean) {
  const { confirm, dispute, refuse } = mayAnswer ? confirmationLife[state] : {};
  const isPosted = entryId !== null;
  return {
    mayConfirm: confirm !== undefined,
    mayDispute: dispute !== undefined && isPosted && kind !== 'damage',
    mayRefuse: refuse !== undefined && !isPosted,
  };
}
