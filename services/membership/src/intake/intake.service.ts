import { Injectable } from '@nestjs/common';
import {
  type AnswerIntakeRequest,
  type CloseIntakeRequest,
  intakeAnswersMax,
  intakeContract,
  type IntakeView,
  type RouteIntakeRequest,
  type SendIntakeRequest,
} from '@gongxiang/contracts';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { Existing, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { IntakeDesk } from './intake-desk.js';
import type { IntakeRow } from './intake.entity.js';
import { IntakePresenter } from './intake-presenter.js';
import { answerDeadline, nextState, openMax, requireCloseReason } from './intake.model.js';
import { IntakeRepository } from './intake.repository.js';

@Injectable()
export class IntakeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly entries: IntakeRepository,
    private readonly desk: IntakeDesk,
    private readonly presenter: IntakePresenter,
  ) {}

  send(request: SendIntakeRequest, call: CallContext): Promise<Outcome<IntakeView>> {
    return this.command(call, intakeContract.send, request, async (tx) => {
      tx.authorise(actions.sendIntake, {});
      const union = await this.desk.unionOfSender(tx);
      if ((await this.entries.countOpen(tx, tx.personId, openMax)) >= openMax)
        throw new DomainError('INTAKE_TOO_MANY_OPEN', { params: { max: openMax } });
      const row = entryOf(tx, request, {
        unionId: union.id,
        text: this.presenter.seal(tx.personId, request.text),
      });
      await this.entries.insert(tx, row);
      return this.desk.changed(tx, row, null);
    });
  }

  answer(request: AnswerIntakeRequest, call: CallContext): Promise<Outcome<IntakeView>> {
    return this.command(call, intakeContract.answer, request, async (tx) => {
      const before = await this.desk.take(tx, request.intakeId, actions.answerIntake);
      const state = nextState(before.state, 'answer');
      const number = (await this.entries.answers(tx, before.id)).length + 1;
      if (number > intakeAnswersMax)
        throw new DomainError('INTAKE_ANSWERS_TOO_MANY', { params: { max: intakeAnswersMax } });
      await this.entries.addAnswer(tx, {
        entryId: before.id,
        number,
        unionId: before.unionId,
        text: this.presenter.seal(before.personId, request.text),
        answeredBy: tx.personId,
        answeredAt: tx.now,
      });
      return this.desk.save(tx, before, { state });
    });
  }

  /** Passes an entry on: up the tree, or to a union that the officer answers for. Its deadline stays. */
  route(request: RouteIntakeRequest, call: CallContext): Promise<Outcome<IntakeView>> {
    return this.command(call, intakeContract.route, request, async (tx) => {
      const before = await this.desk.take(tx, request.intakeId, actions.routeIntake);
      const state = nextState(before.state, 'route');
      await this.desk.requireRoute(tx, before.unionId, request.unionId);
      if (request.unionId === before.unionId) return new Existing(await this.desk.view(tx, before.id));
      return this.desk.save(tx, before, { state, unionId: request.unionId });
    });
  }

  close(request: CloseIntakeRequest, call: CallContext): Promise<Outcome<IntakeView>> {
    return this.command(call, intakeContract.close, request, async (tx) => {
      const before = await this.desk.take(tx, request.intakeId, actions.closeIntake);
      const state = nextState(before.state, 'close');
      const reason = request.reason ?? null;
      requireCloseReason({ state: before.state, isOwn: before.personId === tx.personId }, reason);
      const closeReason = reason && this.presenter.seal(before.personId, reason);
      return this.desk.save(tx, before, { state, closeReason, closedBy: tx.personId, closedAt: tx.now });
    });
  }

  /** What people write is compared by a keyed hash, and kept for a replay sealed. */
  private command(
    call: CallContext,
    contract: { readonly subject: string },
    request: object,
    work: (tx: Transaction) => Promise<IntakeView | Existing<IntakeView>>,
  ): Promise<Outcome<IntakeView>> {
    const comparable = { keyed: this.presenter.keyedHash(request) };
    const keep = (view: IntakeView): IntakeView => this.presenter.withoutName(view);
    return this.transactions.command(call, contract, comparable, work, { keep });
  }
}

function entryOf(
  tx: Transaction,
  request: SendIntakeRequest,
  sent: { readonly unionId: string; readonly text: string },
): IntakeRow {
  const { kind, page, subject } = request;
  return {
    id: newId(),
    version: 1,
    kind,
    state: 'open',
    personId: tx.personId,
    homeUnionId: sent.unionId,
    unionId: sent.unionId,
    text: sent.text,
    page: page ?? null,
    subjectNoun: subject?.noun ?? null,
    subjectId: subject?.id ?? null,
    dueAt: answerDeadline(tx.now),
    createdAt: tx.now,
    closedBy: null,
    closedAt: null,
    closeReason: null,
  };
}
