import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ListLoanWaitsRequest,
  type ListResourceWaitsRequest,
  loanWaitContract,
  type LoanWaitIdRequest,
  type LoanWaitView,
} from '@gongxiang/contracts/sharing/lending/loan-wait.contract';
import { type CallContext, DomainError, mayDo, reachOf, type Subject } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { authoriseMatter } from '../../reference/delegation/delegated.js';
import { actions } from '../actions.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { BookingService } from '../resource/booking.service.js';
import { managedBy } from '../resource/resource.model.js';
import type { LoanWaitRow } from './loan-wait.entity.js';
import { LoanWaitPlaces } from './loan-wait-places.js';
import { LoanWaitRepository } from './loan-wait.repository.js';

@Injectable()
export class LoanWaitReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly waits: LoanWaitRepository,
    private readonly places: LoanWaitPlaces,
    private readonly booking: BookingService,
    private readonly references: ReferenceRepository,
  ) {}

  @Handles(loanWaitContract.get)
  get(request: LoanWaitIdRequest, call: CallContext): Promise<LoanWaitView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listLoans, {});
      const row = await this.waits.findById(tx, request.waitId);
      if (row === null || !(await this.sideOf(tx, row)).visible) throw new DomainError('NOT_FOUND');
      return this.view(tx, row);
    });
  }

  @Handles(loanWaitContract.listMine)
  listMine(request: ListLoanWaitsRequest, call: CallContext): Promise<Page<LoanWaitView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listLoans, {});
      const paths = reachOf(call.actor, actions.seeLoan);
      const rows = await this.waits.listMine(tx, { ...request, personId: tx.personId, paths });
      const views = await this.places.views(tx, rows);
      return toPage(views, { limit: request.limit, cursorOf: (view) => [view.id] });
    });
  }

  /** Only managers of the resource see who waits. */
  @Handles(loanWaitContract.list)
  list(request: ListResourceWaitsRequest, call: CallContext): Promise<Page<LoanWaitView>> {
    return this.transactions.read(call, async (tx) => {
      const resource = await this.booking.find(tx, request.resourceId);
      if (resource === null) throw new DomainError('NOT_FOUND');
      const owner = await this.references.union(tx, resource.ownerUnionId);
      await authoriseMatter(tx, actions.manageResource, managedBy(resource, owner.path));
      const views = await this.places.views(tx, await this.waits.listOf(tx, request));
      return toPage(views, { limit: request.limit, cursorOf: (view) => [view.id] });
    });
  }

  async view(tx: Transaction, row: LoanWaitRow): Promise<LoanWaitView> {
    const [view] = await this.places.views(tx, [row]);
    if (view === undefined) throw new DomainError('NOT_FOUND');
    return view;
  }

  /** The waiting union, as far as the caller may see it. */
  async sideOf(tx: Transaction, row: LoanWaitRow): Promise<Subject> {
    const { path } = await this.references.union(tx, row.borrowerUnionId);
    const side = { paths: [path], personId: row.requestedBy };
    const { actor } = tx.call;
    const isSeen = actor !== null && mayDo(actor, actions.seeLoan, side);
    return { ...side, visible: isSeen };
  }
}
