import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CreateTransfer,
  type DecideTransfer,
  type ListTransfers,
  type RefuseTransfer,
  type TransferAct,
  transferContract,
  type TransferId,
  type TransferView,
} from '@gongxiang/contracts/membership/members/transfer.contract';
import { type CallContext, DomainError, reachOf } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import { TransferAsking } from './transfer-asking.js';
import { sidesOf, type Sides, TransferPresenter } from './transfer-presenter.js';
import { TransferWriter } from './transfer-writer.js';
import type { TransferRow } from './transfer.entity.js';
import { type TransferRecord, TransferRepository } from './transfer.repository.js';

/** Transfers of memberships: asked for by one side, agreed to by the others, or disputed and decided above. */
@Injectable()
export class TransferService {
  constructor(
    private readonly transactions: Transactions,
    private readonly transfers: TransferRepository,
    private readonly asking: TransferAsking,
    private readonly writer: TransferWriter,
    private readonly presenter: TransferPresenter,
    private readonly unions: UnionRepository,
  ) {}

  @Handles(transferContract.create)
  create(request: CreateTransfer, call: CallContext): Promise<Outcome<TransferView>> {
    return this.command(call, transferContract.create, request, async (tx) =>
      this.viewOf(tx, await this.asking.ask(tx, request)),
    );
  }

  @Handles(transferContract.agree)
  agree(request: TransferId, call: CallContext): Promise<Outcome<TransferView>> {
    return this.act(call, transferContract.agree, request, 'agree', (tx, row, sides) => {
      const byPerson = sides.person && row.personAgreedAt === null;
      const byNewUnion = sides.newUnion && row.newUnionAgreedAt === null;
      const byOldUnion = sides.oldUnion && row.oldUnionAgreedAt === null;
      return {
        ...(byPerson && { personAgreedAt: tx.now }),
        ...(byNewUnion && { newUnionAgreedAt: tx.now, admittedBy: tx.personId }),
        ...(byOldUnion && { oldUnionAgreedAt: tx.now }),
      };
    });
  }

  @Handles(transferContract.refuse)
  refuse(request: RefuseTransfer, call: CallContext): Promise<Outcome<TransferView>> {
    return this.act(call, transferContract.refuse, request, 'refuse', (tx, row) => ({
      state: 'refused',
      reason: this.presenter.seal(row.id, request.reason),
      endedAt: tx.now,
    }));
  }

  @Handles(transferContract.object)
  object(request: RefuseTransfer, call: CallContext): Promise<Outcome<TransferView>> {
    return this.act(call, transferContract.object, request, 'object', (tx, row) => ({
      state: 'disputed',
      objection: this.presenter.seal(row.id, request.reason),
      objectedBy: tx.personId,
    }));
  }

  /** An objection that does not stand counts as the consent of the old union; the others still have to agree. */
  @Handles(transferContract.decide)
  decide(request: DecideTransfer, call: CallContext): Promise<Outcome<TransferView>> {
    return this.act(call, transferContract.decide, request, 'decide', (tx, row) => {
      const reason = this.presenter.seal(row.id, request.reason);
      if (!request.goesOn) return { state: 'refused', reason, endedAt: tx.now };
      return { state: 'asked', reason, oldUnionAgreedAt: tx.now };
    });
  }

  @Handles(transferContract.withdraw)
  withdraw(request: TransferId, call: CallContext): Promise<Outcome<TransferView>> {
    return this.act(call, transferContract.withdraw, request, 'withdraw', (tx) => ({
      state: 'withdrawn',
      endedAt: tx.now,
    }));
  }

  @Handles(transferContract.get)
  get({ transferId }: TransferId, call: CallContext): Promise<TransferView> {
    return this.transactions.read(call, async (tx) =>
      this.presenter.viewOf(tx, await this.find(tx, transferId)),
    );
  }

  @Handles(transferContract.list)
  list(request: ListTransfers, call: CallContext): Promise<Page<TransferView>> {
    return this.transactions.read(call, async (tx) => {
      const scope = request.mine
        ? { personId: tx.personId }
        : { paths: await this.pathsOf(tx, request.union) };
      if ('paths' in scope) tx.authorise(actions.decideTransfer, { paths: scope.paths, visible: true });
      else tx.authorise(actions.askTransfer, {});
      const records = await this.transfers.list(tx, scope, request);
      const page = toPage(records, { limit: request.limit, cursorOf: ({ id }) => [id] });
      return { ...page, items: page.items.map((record) => this.presenter.viewOf(tx, record)) };
    });
  }

  /** An act that the transfer offers to the caller now, on the version that they have seen. */
  private act(
    call: CallContext,
    route: { readonly subject: string },
    request: TransferId,
    act: TransferAct,
    change: (tx: Transaction, row: TransferRow, sides: Sides) => Partial<TransferRow>,
  ): Promise<Outcome<TransferView>> {
    return this.command(call, route, request, async (tx) => {
      await this.find(tx, request.transferId);
      const before = await this.transfers.lockById(tx, request.transferId);
      const record = await this.find(tx, request.transferId);
      if (before === null) throw new DomainError('NOT_FOUND');
      const { version, acts, state } = this.presenter.viewOf(tx, record);
      requireVersion(tx, version);
      if (!acts.includes(act)) throw refusalOf(act, record, state);
      await this.writer.save(tx, before, change(tx, before, sidesOf(tx, record)));
      return this.viewOf(tx, before.id);
    });
  }

  /** A transfer that the caller may not see is NOT_FOUND. */
  private async find(tx: Transaction, id: string): Promise<TransferRecord> {
    const record = await this.transfers.findById(tx, id);
    const paths =
      record === null ? [] : [record.toPath, ...(record.fromPath === null ? [] : [record.fromPath])];
    tx.authorise(actions.seeTransfer, { paths, personId: record?.personId ?? '' });
    if (record === null) throw new DomainError('NOT_FOUND');
    return record;
  }

  private async pathsOf(tx: Transaction, unionId: string | undefined): Promise<string[]> {
    if (unionId === undefined) return reachOf(tx.call.actor, actions.decideTransfer);
    const union = await this.unions.findById(tx, unionId);
    if (union === null) throw new DomainError('NOT_FOUND', { pointer: '/union' });
    return [union.path];
  }

  private async viewOf(tx: Transaction, id: string): Promise<TransferView> {
    const record = await this.transfers.findById(tx, id);
    if (record === null) throw new DomainError('NOT_FOUND');
    return this.presenter.viewOf(tx, record);
  }

  private command(
    call: CallContext,
    route: { readonly subject: string },
    request: object,
    work: (tx: Transaction) => Promise<TransferView>,
  ): Promise<Outcome<TransferView>> {
    const comparable = { keyed: this.presenter.keyedHash(request) };
    const keep = (view: TransferView): TransferView => this.presenter.withoutTexts(view);
    return this.transactions.command(call, route, comparable, work, { keep });
  }
}

/** Why an act is not offered: too late for an objection, not the caller's, or the transfer has moved on. */
function refusalOf(act: TransferAct, record: TransferRecord, shown: TransferView['state']): DomainError {
  if (act === 'object' && shown === 'asked' && record.oldUnionAgreedAt === null)
    return new DomainError('TRANSFER_OBJECTION_LATE');
  const isOpen = shown === 'asked' || shown === 'disputed';
  return new DomainError(isOpen ? 'NOT_PERMITTED' : 'ILLEGAL_TRANSITION');
}
