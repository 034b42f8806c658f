import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  bookkeepingContract,
  type BookkeepingMandateIdRequest,
  type BookkeepingMandateView,
  type BookkeepingUseView,
  type ListBookkeepingMandatesRequest,
  type ListBookkeepingUsesRequest,
} from '@gongxiang/contracts/settlement/ledger/bookkeeping.contract';
import type { MandateState } from '@gongxiang/contracts/sharing/reference/mandate.contract';
import { type Actor, type CallContext, DomainError, mayDo, reachOf, toWire } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as referenceActions } from '../../reference/actions.js';
import { actions } from '../actions.js';
import { bookkeeperRule } from '../../reference/bookkeeping.model.js';
import { BookkeepingRepository, type MandateLine } from './bookkeeping.repository.js';

/** Bookkeeping mandates and their uses, visible to both sides. */
@Injectable()
export class BookkeepingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly mandates: BookkeepingRepository,
  ) {}

  @Handles(bookkeepingContract.list)
  list(request: ListBookkeepingMandatesRequest, call: CallContext): Promise<Page<BookkeepingMandateView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const rows = await this.mandates.list(tx, request, reachOf(call.actor, actions.seeLedger));
      const views = rows.map((row) => mandateView(row, tx.now, call.actor));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  @Handles(bookkeepingContract.get)
  get(request: BookkeepingMandateIdRequest, call: CallContext): Promise<BookkeepingMandateView> {
    return this.transactions.read(call, async (tx) => {
      return mandateView(await this.visibleMandate(tx, request.mandateId), tx.now, call.actor);
    });
  }

  @Handles(bookkeepingContract.uses)
  uses(request: ListBookkeepingUsesRequest, call: CallContext): Promise<Page<BookkeepingUseView>> {
    return this.transactions.read(call, async (tx) => {
      await this.visibleMandate(tx, request.mandateId);
      const rows = await this.mandates.uses(tx, request);
      const views = rows.map(({ at, amountFen, ...row }) => ({
        ...row,
        at: at.toISOString(),
        amount: amountFen === null ? null : toWire(BigInt(amountFen)),
      }));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  /** @throws DomainError `NOT_FOUND` for a caller who belongs to neither side */
  private async visibleMandate(tx: Transaction, mandateId: string): Promise<MandateLine> {
    const row = await this.mandates.findById(tx, mandateId);
    tx.authorise(actions.seeLedger, { paths: row === null ? [] : [row.fromPath, row.toPath] });
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }
}

function mandateView(row: MandateLine, now: Date, actor: Actor | null): BookkeepingMandateView {
  const { fromPath: _from, toPath, validFrom, validUntil, revokedAt, limitFen, ...rest } = row;
  const state = stateOf(row, now);
  const isBookkeeper = actor !== null && mayDo(actor, bookkeeperRule(actions.seeLedger), { paths: [toPath] });
  return {
    ...rest,
    from: validFrom.toISOString(),
    until: validUntil.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    state,
    entryLimit: limitFen === null ? null : toWire(limitFen),
    mayAct: state === 'active' && isBookkeeper,
  };
}

function stateOf({ revokedAt, validFrom, validUntil }: MandateLine, now: Date): MandateState {
  if (revokedAt !== null) return 'revoked';
  if (validUntil <= now) return 'ended';
  return validFrom > now ? 'later' : 'active';
}
