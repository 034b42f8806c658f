import { Injectable } from '@nestjs/common';
import {
  type AnswerIntakeRequest,
  type AskAgainRequest,
  type CloseIntakeRequest,
  intakeAnswersMax,
  intakeContract,
  type IntakeView,
  type RouteIntakeRequest,
  type SendIntakeRequest,
} from '@gongxiang/contracts/membership/joining/intake.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { IntakeWriter } from './intake-writer.js';
import type { IntakeRow } from './intake.entity.js';
import { IntakePresenter } from './intake-presenter.js';
import { answerDeadline, endingOf, lapseTime, nextState, openMax } from './intake.model.js';
import { IntakeRepository } from './intake.repository.js';

/** Due work that closes an answered entry without a reaction of its author. */
const lapseKind = 'intake-lapse';

@Injectable()
export class IntakeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly entries: IntakeRepository,
    private readonly writer: IntakeWriter,
    private readonly presenter: IntakePresenter,
  ) {}

  @Handles(intakeContract.send)
  send(request: SendIntakeRequest, call: CallContext): Promise<Outcome<IntakeView>> {
    return this.command(call, intakeContract.send, request, async (tx) => {
      tx.authorise(actions.sendIntake, {});
      const union = await this.writer.unionOfSender(tx);
      if ((await this.entries.countOpen(tx, tx.personId, openMax)) >= openMax)
        throw new DomainError('INTAKE_TOO_MANY_OPEN', { params: { max: openMax } });
      const row = entryOf(tx, request, {
        unionId: union.id,
        text: this.presenter.seal(tx.personId, request.text),
      });
      await this.entries.insert(tx, row);
      return this.writer.recordChange(tx, row, null);
    });
  }

  @Handles(intakeContract.answer)
  answer(request: AnswerIntakeRequest, call: CallContext): Promise<Outcome<IntakeView>> {
    return this.command(call, intakeContract.answer, request, async (tx) => {
      const before = await this.writer.lock(tx, request.intakeId, actions.answerIntake);
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
      const closesAt = lapseTime(tx.now);
      await schedule(tx, { kind: lapseKind, key: before.id, at: closesAt });
      return this.writer.save(tx, before, { state, closesAt });
    });
  }

  /** The answer did not help: reopens the entry with a new deadline. */
  @Handles(intakeContract.askAgain)
  askAgain(request: AskAgainRequest, call: CallContext): Promise<Outcome<IntakeView>> {
    return this.command(call, intakeContract.askAgain, request, async (tx) => {
      const before = await this.writer.lock(tx, request.intakeId, actions.askIntakeAgain);
      const state = nextState(before.state, 'askAgain');
      const count = (await this.entries.followUps(tx, before.id)).length;
      if ((await this.entries.answers(tx, before.id)).length >= intakeAnswersMax)
        throw new DomainError('INTAKE_ANSWERS_TOO_MANY', { params: { max: intakeAnswersMax } });
      await this.entries.addFollowUp(tx, {
        entryId: before.id,
        number: count + 1,
        text: this.presenter.seal(before.personId, request.text),
        askedAt: tx.now,
      });
      return this.writer.save(tx, before, { state, closesAt: null, dueAt: answerDeadline(tx.now) });
    });
  }

  /** Routes an entry up the tree, or to a union for which the officer answers. Its deadline stays. */
  @Handles(intakeContract.route)
  route(request: RouteIntakeRequest, call: CallContext): Promise<Outcome<IntakeView>> {
    return this.command(call, intakeContract.route, request, async (tx) => {
      const before = await this.writer.lock(tx, request.intakeId, actions.routeIntake);
      const state = nextState(before.state, 'route');
      await this.writer.requireRoute(tx, before.unionId, request.unionId);
      if (request.unionId === before.unionId)
        return new ExistingResult(await this.writer.view(tx, before.id));
      return this.writer.save(tx, before, { state, unionId: request.unionId });
    });
  }

  @Handles(intakeContract.close)
  close(request: CloseIntakeRequest, call: CallContext): Promise<Outcome<IntakeView>> {
    return this.command(call, intakeContract.close, request, async (tx) => {
      const before = await this.writer.lock(tx, request.intakeId, actions.closeIntake);
      const state = nextState(before.state, 'close');
      const ending = endingOf({ state: before.state, isOwn: before.personId === tx.personId });
      const closeReason = request.reason ? this.presenter.seal(before.personId, request.reason) : null;
      const closed = { closedBy: tx.personId, closedAt: tx.now, closesAt: null, ending };
      return this.writer.save(tx, before, { state, closeReason, ...closed });
    });
  }

  @OnDue(lapseKind)
  async lapse(tx: Transaction, intakeId: string): Promise<void> {
    const before = await this.entries.lockById(tx, intakeId);
    // The author may have reacted at the same moment, or an officer answered once more.
    if (before === null || before.closesAt === null || before.closesAt > tx.now) return;
    const state = nextState(before.state, 'lapse');
    const closed = { closedAt: tx.now, closesAt: null, ending: 'lapsed' } as const;
    await this.writer.publishClosed(tx, await this.writer.save(tx, before, { state, ...closed }));
  }

  /** Texts are compared by a keyed hash, and stored sealed for replays. */
  private command(
    call: CallContext,
    contract: { readonly subject: string },
    request: object,
    work: (tx: Transaction) => Promise<IntakeView | ExistingResult<IntakeView>>,
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
    ending: null,
    closesAt: null,
  };
}
