import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type ComputeScoreRequest,
  type IndicatorNode,
  type ListScoresRequest,
  type Page,
  scoreContract,
  type ScoreRequest,
  type ScoreView,
} from '@gongxiang/contracts';
import { type CallContext, newId } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { canonicalJson, Existing, toPage, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ScoreInputs } from './score-inputs.js';
import type { ScoreDetail, ScoreRow } from './score.entity.js';
import { computeScore, type Score } from './score.model.js';
import { ScoreRepository } from './score.repository.js';

@Injectable()
export class ScoreService {
  constructor(
    private readonly transactions: Transactions,
    private readonly scores: ScoreRepository,
    private readonly inputs: ScoreInputs,
  ) {}

  /** Computes a score and keeps it with everything that it was computed from. The same from the same exists once. */
  compute(request: ComputeScoreRequest, call: CallContext): Promise<Outcome<ScoreView>> {
    return this.transactions.command(call, scoreContract.compute, request, async (tx) => {
      const { input, surveyId, nodes } = await this.inputs.gather(tx, request);
      const score = computeScore(input);
      const row: ScoreRow = {
        id: newId(),
        activityId: request.activityId,
        weightVersionId: request.weightVersionId,
        surveyId,
        missing: input.missing,
        score: score.score,
        inputs: input,
        inputsHash: createHash('sha256').update(canonicalJson(input)).digest('hex'),
        detail: detailOf(score, nodes),
        createdAt: tx.now,
      };
      if (!(await this.scores.insert(tx, row)))
        return new Existing(viewOf((await this.scores.findSame(tx, row)) ?? row));
      tx.audit({
        noun: 'score',
        id: row.id,
        before: null,
        after: { score: row.score, inputsHash: row.inputsHash },
      });
      return viewOf(row);
    });
  }

  get(request: ScoreRequest, call: CallContext): Promise<ScoreView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      return viewOf(await this.scores.find(tx, request.scoreId));
    });
  }

  list(request: ListScoresRequest, call: CallContext): Promise<Page<ScoreView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const rows = await this.scores.list(tx, request);
      return toPage(rows.map(viewOf), { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }
}

function detailOf(score: Score, nodes: readonly IndicatorNode[]): ScoreDetail {
  const names = new Map(nodes.map(({ key, name }) => [key, name]));
  return {
    coverage: score.coverage,
    contributions: score.contributions.map((one) => ({
      ...one,
      name: names.get(one.indicatorId) ?? one.indicatorId,
    })),
    table: score.table.map((cell) => ({ ...cell })),
    missingIndicators: [...score.missing],
  };
}

function viewOf(row: ScoreRow): ScoreView {
  const { id, activityId, weightVersionId, surveyId, missing, score, inputsHash } = row;
  const { coverage, contributions, table, missingIndicators } = row.detail;
  const inputs = { ...row.inputs };
  const createdAt = row.createdAt.toISOString();
  const head = { id, activityId, weightVersionId, surveyId, missing, score, coverage };
  return { ...head, contributions, table, missingIndicators, inputs, inputsHash, createdAt };
}
