import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  intakeContract,
  type IntakeIdRequest,
  type IntakeSummaryView,
  type IntakeView,
  type ListIntakeRequest,
  type ListMyIntakeRequest,
} from '@gongxiang/contracts/membership/joining/intake.contract';
import { type CallContext, DomainError, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { IntakePresenter } from './intake-presenter.js';
import { type IntakeRecord, IntakeRepository, isOpenOnly } from './intake.repository.js';

/** Reads entries: one's own, and those that one's unions have to answer. */
@Injectable()
export class IntakeReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly entries: IntakeRepository,
    private readonly presenter: IntakePresenter,
  ) {}

  @Handles(intakeContract.get)
  get(request: IntakeIdRequest, call: CallContext): Promise<IntakeView> {
    return this.transactions.read(call, async (tx) => {
      const record = await this.entries.findById(tx, request.intakeId);
      const paths = record === null ? [] : [record.unionPath];
      tx.authorise(actions.seeIntake, { paths, personId: record?.personId ?? '' });
      if (record === null) throw new DomainError('NOT_FOUND');
      return this.view(tx, record);
    });
  }

  @Handles(intakeContract.list)
  list(request: ListIntakeRequest, call: CallContext): Promise<Page<IntakeSummaryView>> {
    return this.transactions.read(call, async (tx) => {
      const within = reachOf(tx.call.actor, actions.listIntake);
      tx.authorise(actions.listIntake, { paths: within, visible: true });
      const records = await this.entries.list(tx, { ...request, within });
      // Open entries are ordered by deadline, all others by age.
      const cursorOf = isOpenOnly(request)
        ? (record: IntakeRecord) => [record.dueAt.toISOString(), record.id]
        : (record: IntakeRecord) => [record.id];
      return this.page(tx, records, { limit: request.limit, cursorOf });
    });
  }

  @Handles(intakeContract.listMine)
  listMine(request: ListMyIntakeRequest, call: CallContext): Promise<Page<IntakeSummaryView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnIntake, {});
      const records = await this.entries.ofPerson(tx, tx.personId, request);
      return this.page(tx, records, { limit: request.limit, cursorOf: (record) => [record.id] });
    });
  }

  /** The current entry with all its answers. */
  async view(tx: Transaction, record: IntakeRecord): Promise<IntakeView> {
    const answers = await this.entries.answers(tx, record.id);
    return this.presenter.viewOf(tx, record, answers, await this.entries.followUps(tx, record.id));
  }

  private async page(
    tx: Transaction,
    records: readonly IntakeRecord[],
    paging: Parameters<typeof toPage<IntakeRecord>>[1],
  ): Promise<Page<IntakeSummaryView>> {
    const page = toPage(records, paging);
    const answers = await this.entries.latestAnswers(
      tx,
      page.items.map((record) => record.id),
    );
    const items = page.items.map((record) => this.presenter.summaryOf(tx, record, answers.get(record.id)));
    return { ...page, items };
  }
}
