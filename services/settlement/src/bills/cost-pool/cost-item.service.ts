import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type AddCostItemRequest,
  type CostItemIdRequest,
  type CostItemView,
  costPoolContract,
  type CostPoolView,
  type ListCostItemsRequest,
  type ReceiptFileView,
  type RemoveCostItemRequest,
} from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import type { CostUseDto } from '@gongxiang/contracts/settlement/cost-use';
import { type CallContext, DomainError, fromWire, newId, partyKey, toWire } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { actions as referenceActions } from '../../reference/actions.js';
import { readTerms } from '../../agreements/agreement/cost-terms.js';
import { partiesOf } from '../../agreements/agreement/verdict.model.js';
import { readUse, requireCovered } from '../../agreements/fund-rule/cost-use.model.js';
import { authoriseLook } from '../../reference/bookkeeping.js';
import { namedParty, type PartyNames } from '../../reference/named-party.js';
import { type KnownParty, ReferenceRepository } from '../../reference/reference.repository.js';
import type { CostItemRow, CostPoolRow } from './cost-pool.entity.js';
import { invoiceKey, nextState, poolFenMax } from './cost-pool.model.js';
import { CostPoolRepository } from './cost-pool.repository.js';
import { PoolAccess } from './pool-access.js';

@Injectable()
export class CostItemService {
  constructor(
    private readonly transactions: Transactions,
    private readonly pools: CostPoolRepository,
    private readonly references: ReferenceRepository,
    private readonly poolAccess: PoolAccess,
  ) {}

  /** E122: the payer's union adds its own bills before the pool is submitted. */
  @Handles(costPoolContract.addItem)
  add(request: AddCostItemRequest, call: CallContext): Promise<Outcome<CostItemView>> {
    return this.transactions.command(call, costPoolContract.addItem, request, async (tx) => {
      const pool = await this.poolAccess.lock(tx, request.costPoolId);
      const payer = await this.references.party(tx, request.payer, '/payer');
      const amountFen = fromWire(request.amount, '/amount');
      await this.poolAccess.authorise(tx, pool, actions.editCostItems, payer.unionId, amountFen);
      nextState(pool.state, 'edit');
      requirePayer(pool, payer);
      const row = itemOf(tx, request, payer.unionId);
      if ((await this.pools.totalOf(tx, pool.id)) + row.amountFen > poolFenMax)
        throw new DomainError('POOL_TOO_LARGE', { pointer: '/amount' });
      await this.insert(tx, pool, row);
      const { version } = await this.poolAccess.reopenShares(tx, pool);
      return itemView(row, await this.references.parties(tx, [payerOf(row)]), version);
    });
  }

  /** @throws DomainError `INVOICE_DUPLICATE` */
  async insert(tx: Transaction, pool: CostPoolRow, row: CostItemRow): Promise<void> {
    if (!(await this.pools.insertItem(tx, row))) {
      const params = { invoiceNumber: row.invoiceNumber ?? '' };
      throw new DomainError('INVOICE_DUPLICATE', { pointer: '/receipt/invoiceNumber', params });
    }
    await this.pools.openTo(tx, pool.id, [row.unionId]);
    tx.audit({ noun: 'costItem', id: row.id, after: auditOf(row) });
    await this.poolAccess.recordStep(tx, pool, 'itemAdded', { subject: row.title, amountFen: row.amountFen });
  }

  @Handles(costPoolContract.removeItem)
  remove(request: RemoveCostItemRequest, call: CallContext): Promise<Outcome<CostPoolView>> {
    return this.transactions.command(call, costPoolContract.removeItem, request, async (tx) => {
      const pool = await this.poolAccess.lock(tx, request.costPoolId);
      const item = await this.pools.findItem(tx, pool.id, request.itemId);
      if (item === null) throw new DomainError('NOT_FOUND');
      await this.poolAccess.authorise(tx, pool, actions.editCostItems, item.unionId, item.amountFen);
      requireVersion(tx, pool.version);
      nextState(pool.state, 'edit');
      await this.pools.removeItem(tx, pool.id, item.id);
      tx.audit({ noun: 'costItem', id: item.id, before: auditOf(item) });
      await this.poolAccess.recordStep(tx, pool, 'itemRemoved', {
        subject: item.title,
        amountFen: item.amountFen,
      });
      return this.poolAccess.view(tx, await this.poolAccess.reopenShares(tx, pool));
    });
  }

  /**
   * Open to everybody who may see the pool. The file counts as a receipt only if it belongs to the person who added
   * the bill.
   */
  @Handles(costPoolContract.getReceipt)
  receipt(request: CostItemIdRequest, call: CallContext): Promise<ReceiptFileView> {
    return this.transactions.read(call, async (tx) => {
      await authoriseLook(tx, referenceActions.seeCostPool, await this.pools.pathsOf(tx, request.costPoolId));
      const item = await this.pools.findItem(tx, request.costPoolId, request.itemId);
      if (item === null) throw new DomainError('NOT_FOUND');
      const { fileKey, sha256, invoiceNumber, createdBy: ownerId } = item;
      if (fileKey === null || sha256 === null || invoiceNumber === null) throw new DomainError('NOT_FOUND');
      return { fileKey, ownerId, sha256, invoiceNumber };
    });
  }

  @Handles(costPoolContract.listItems)
  list(request: ListCostItemsRequest, call: CallContext): Promise<Page<CostItemView>> {
    return this.transactions.read(call, async (tx) => {
      const pool = await this.pools.findById(tx, request.costPoolId);
      await authoriseLook(tx, referenceActions.seeCostPool, await this.pools.pathsOf(tx, request.costPoolId));
      const rows = await this.pools.pageOfItems(tx, request);
      const names = await this.references.parties(tx, [...new Set(rows.map(payerOf))]);
      const views = rows.map((row) => itemView(row, names, pool?.version ?? 0));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }
}

/**
 * A payer bears costs or is the source of the subsidy; an organisation may always be one, as a creditor. The union
 * that shares a bill with others need not bear any of it.
 */
function requirePayer(pool: CostPoolRow, { party, unionId }: KnownParty): void {
  if (party.kind === 'organisation' || partiesOf(readTerms(pool.terms)).includes(partyKey(party))) return;
  if (pool.kind === 'shared' && unionId === pool.unionId) return;
  throw new DomainError('PAYER_NOT_IN_AGREEMENT', { pointer: '/payer' });
}

type NewItem = Omit<AddCostItemRequest, 'receipt'> & {
  readonly receipt?: AddCostItemRequest['receipt'] | null;
};

/** @throws DomainError `AMOUNT_NOT_POSITIVE` */
export function itemOf(tx: Transaction, request: NewItem, unionId: string): CostItemRow {
  const { costPoolId, payer, title, incomeKind, expenseCode, receipt } = request;
  const amountFen = fromWire(request.amount, '/amount');
  // E94: returned money is a refund of a posted bill, never a negative line.
  if (amountFen <= 0n) throw new DomainError('AMOUNT_NOT_POSITIVE', { pointer: '/amount' });
  const use = useOf(request, amountFen);
  return {
    costPoolId,
    id: newId(),
    payerKind: payer.kind,
    payerId: payer.id,
    unionId,
    title,
    amountFen,
    incomeKind,
    expenseCode,
    use,
    fileKey: receipt?.fileKey ?? null,
    sha256: receipt?.sha256 ?? null,
    invoiceNumber: receipt?.invoiceNumber ?? null,
    invoiceKey: receipt ? invoiceKey(receipt.invoiceNumber) : null,
    reversed: false,
    returnedFen: 0n,
    createdBy: tx.personId,
    createdAt: tx.now,
  };
}

/** The declared use of the bill as it is stored: in wire format, without absent fields. */
function useOf({ use }: NewItem, amountFen: bigint): CostUseDto | null {
  if (use === undefined || use === null) return null;
  requireCovered(readUse(use), amountFen);
  return JSON.parse(JSON.stringify(use)) as CostUseDto;
}

function auditOf(row: CostItemRow): Record<string, unknown> {
  return { ...row, amountFen: String(row.amountFen), returnedFen: String(row.returnedFen) };
}

function payerOf({ payerKind, payerId }: CostItemRow): string {
  return partyKey({ kind: payerKind, id: payerId });
}

function itemView(row: CostItemRow, names: PartyNames, poolVersion: number): CostItemView {
  const { id, costPoolId, title, incomeKind, expenseCode, use, fileKey, sha256, invoiceNumber } = row;
  return {
    id,
    costPoolId,
    title,
    incomeKind,
    expenseCode,
    use,
    poolVersion,
    payer: namedParty(payerOf(row), names),
    amount: toWire(row.amountFen),
    returned: toWire(row.returnedFen),
    receipt:
      fileKey === null || sha256 === null || invoiceNumber === null
        ? null
        : { fileKey, sha256, invoiceNumber },
  };
}
