import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type ComputeScoreRequest,
  evaluationEvents,
  type IndicatorNode,
  type ListScoresRequest,
  type Page,
  type ScoreComputed,
  scoreContract,
  type ScoreRequest,
  type ScoreView,
} from '@gongxiang/contracts';
import { type CallContext, newId } from '@gongxiang/domain';
import { recordEvent, recordEvents } from '@gongxiang/messaging/events';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { canonicalJson, Existing, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { SubjectRepository } from '../subject/subject.repository.js';
import { WeightVersionRepository } from '../weight/weight-version.repository.js';
import { ScoreInputs } from './score-inputs.js';
import type { ScoreDetail, ScoreRow } from './score.entity.js';
import { computeScore, type Score } from './score.model.js';
import { ScoreRepository } from './score.repository.js';
import { type ScoreNames, scoreView } from './score-view.js';

@Injectable()
export class ScoreService {
  constructor(
    private readonly transactions: Transactions,
    private readonly scores: ScoreRepository,
    private readonly inputs: ScoreInputs,
    private readonly subjects: SubjectRepository,
    private readonly weights: WeightVersionRepository,
  ) {}

  /** Computes a score and keeps it with everything that it was computed from. The same from the same exists once. */
  compute(request: ComputeScoreRequest, call: CallContext): Promise<Outcome<ScoreView>> {
    return this.transactions.command(call, scoreContract.compute, request, async (tx) => {
      const { input, surveyId, nodes, unionId } = await this.inputs.gather(tx, request);
      const score = computeScore(input);
      const row: ScoreRow = {
        id: newId(),
        ...{
          subjectKind: 'activity',
          subjectId: request.activityId,
          unionId,
          periodFrom: null,
          periodTo: null,
        },
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
        return new Existing(await this.view(tx, (await this.scores.findSame(tx, row)) ?? row));
      tx.audit({
        noun: 'score',
        id: row.id,
        before: null,
        after: { score: row.score, inputsHash: row.inputsHash },
      });
      await recordEvent(tx, evaluationEvents.scoreComputed, row.id, computedOf(row));
      return this.view(tx, row);
    });
  }

  get(request: ScoreRequest, call: CallContext): Promise<ScoreView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      return this.view(tx, await this.scores.find(tx, request.scoreId));
    });
  }

  list(request: ListScoresRequest, call: CallContext): Promise<Page<ScoreView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const rows = await this.scores.list(tx, request);
      const names = await this.namesOf(tx, rows);
      const views = rows.map((row) => scoreView(row, names));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  /** Tells a page of scores anew. @returns the last id, or null at the end */
  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const rows = await this.scores.after(tx, afterId, limit);
    const told = rows.map((row) => ({ about: row.id, data: computedOf(row) }));
    await recordEvents(tx, evaluationEvents.scoreComputed, told);
    return rows.at(-1)?.id ?? null;
  }

  private async view(tx: Transaction, row: ScoreRow): Promise<ScoreView> {
    return scoreView(row, await this.namesOf(tx, [row]));
  }

  private async namesOf(tx: Transaction, rows: readonly ScoreRow[]): Promise<ScoreNames> {
    const titles = await this.subjects.namesOf(
      tx,
      rows.map(({ subjectKind: kind, subjectId: id }) => ({ kind, id })),
    );
    const systems = await this.weights.systemsOf(
      tx,
      rows.map(({ weightVersionId }) => weightVersionId),
    );
    return { titles, systems };
  }
}

function computedOf(row: ScoreRow): ScoreComputed {
  const { id: scoreId, subjectKind: kind, subjectId: id, periodFrom, periodTo, score } = row;
  return {
    ...{ scoreId, activityId: kind === 'activity' ? id : null, subject: { kind, id }, periodFrom, periodTo },
    ...{ score, computedAt: row.createdAt.toISOString() },
  };
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
