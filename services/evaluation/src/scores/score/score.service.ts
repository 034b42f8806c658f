import { Injectable } from '@nestjs/common';
import {
  type ComputeScoreRequest,
  scoreContract,
  type ScoreView,
} from '@gongxiang/contracts/evaluation/scores/score.contract';
import { type CallContext, DomainError, shanghaiDate } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { SubjectRepository } from '../../reference/subject/subject.repository.js';
import { ScoreComputer } from './score-computer.js';
import { ScoreOrders } from './score-orders.js';
import { targetOf } from './score-request.model.js';
import { ScoreViews } from './score-views.js';

@Injectable()
export class ScoreService {
  constructor(
    private readonly transactions: Transactions,
    private readonly subjects: SubjectRepository,
    private readonly computer: ScoreComputer,
    private readonly orders: ScoreOrders,
    private readonly views: ScoreViews,
  ) {}

  /**
   * Computes a score and keeps it with everything that it was computed from. Where nothing has changed since the one
   * before, that one stands.
   * @throws DomainError `FACTS_INCOMPLETE`, `WEIGHTS_NOT_ACTIVE`, `SURVEY_OPEN`, and what {@link targetOf} throws
   */
  @Handles(scoreContract.compute)
  compute(request: ComputeScoreRequest, call: CallContext): Promise<Outcome<ScoreView>> {
    return this.transactions.command(call, scoreContract.compute, request, async (tx) => {
      const { subject, from, to } = targetOf(request, shanghaiDate(tx.now));
      const pointer = request.subject ? '/subject/id' : '/activityId';
      const { unionPath } = await this.subjects.find(tx, subject, pointer);
      tx.authorise(actions.score, { paths: [unionPath], visible: true });
      const order = await this.orders.inForce(tx, request);
      const scope = { kind: subject.kind, ids: [subject.id], from, to };
      const outcome = (await this.computer.compute(tx, { ...order, ...scope }, 'asked')).get(subject.id);
      if (outcome === undefined) throw new DomainError('NOT_FOUND');
      if ('refusal' in outcome) throw new DomainError(outcome.refusal);
      const view = await this.views.one(tx, outcome.row);
      return outcome.isNew ? view : new ExistingResult(view);
    });
  }
}
