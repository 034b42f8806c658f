import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import { evaluationEvents } from '@gongxiang/contracts/evaluation/evaluation-events';
import {
  scoreExplanationContract,
  type ScoreRevisionsView,
  type ScoreVerificationView,
  type ScoreWaterfallView,
} from '@gongxiang/contracts/evaluation/scores/score-explanation.contract';
import {
  type ListScoresRequest,
  scoreContract,
  type ScoreIdRequest,
  type ScoreView,
} from '@gongxiang/contracts/evaluation/scores/score.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { recordEvents, Republishes } from '@gongxiang/messaging/events';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../../systems/actions.js';
import { IndicatorSystemRepository } from '../../systems/indicator-system/indicator-system.repository.js';
import { revisionsOf } from './score-change.model.js';
import type { ScoreRow } from './score.entity.js';
import { detailOf, hashOf } from './score-row.js';
import { ScoreRepository } from './score.repository.js';
import { verifyScore } from './score-verification.js';
import { computedOf } from './score-view.js';
import { ScoreViews } from './score-views.js';
import { waterfallOf } from './waterfall.model.js';

const revisionsMax = 50;

/** Queries of scores: values, composition, verification and revisions. */
@Injectable()
export class ScoreReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly scores: ScoreRepository,
    private readonly views: ScoreViews,
    private readonly systems: IndicatorSystemRepository,
  ) {}

  @Handles(scoreContract.get)
  get({ scoreId }: ScoreIdRequest, call: CallContext): Promise<ScoreView> {
    return this.read(scoreId, call, (tx, row) => this.views.one(tx, row));
  }

  @Handles(scoreContract.list)
  list(request: ListScoresRequest, call: CallContext): Promise<Page<ScoreView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const views = await this.views.of(tx, await this.scores.list(tx, request));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  @Handles(scoreExplanationContract.waterfall)
  waterfall({ scoreId }: ScoreIdRequest, call: CallContext): Promise<ScoreWaterfallView> {
    return this.read(scoreId, call, async (tx, row) => {
      const waterfall = waterfallOf(row.score, row.detail.contributions, row.inputs.weights);
      const { indicatorSystemId } = await this.views.one(tx, row);
      const { nodes } = await this.systems.find(tx, indicatorSystemId);
      const names = new Map(nodes.map(({ key, name }) => [key, name]));
      const steps = (waterfall?.steps ?? []).map((step) => ({
        ...step,
        name: names.get(step.key) ?? step.key,
      }));
      return { scoreId, total: waterfall?.total ?? null, steps };
    });
  }

  /** Recomputes the score from its stored inputs without saving anything. */
  @Handles(scoreExplanationContract.verify)
  verify({ scoreId }: ScoreIdRequest, call: CallContext): Promise<ScoreVerificationView> {
    return this.read(scoreId, call, async (_tx, row) => {
      const differences = verifyScore(row).map((one) => ({ ...one }));
      const inputsHash = hashOf(row.inputs);
      const again = detailOf(row.inputs, inputsHash, new Map()).score;
      return { scoreId, isEqual: differences.length === 0, kept: row.score, again, inputsHash, differences };
    });
  }

  @Handles(scoreExplanationContract.revisions)
  revisions({ scoreId }: ScoreIdRequest, call: CallContext): Promise<ScoreRevisionsView> {
    return this.read(scoreId, call, async (tx, row) => ({
      scoreId,
      revisions: revisionsOf(await this.scores.revisions(tx, row, revisionsMax + 1)).slice(0, revisionsMax),
    }));
  }

  /** Republishes a page of scores. @returns the last id, or null at the end */
  @Republishes('score')
  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const rows = await this.scores.after(tx, afterId, limit);
    const events = rows.map((row) => ({ about: row.id, data: computedOf(row) }));
    await recordEvents(tx, evaluationEvents.scoreComputed, events);
    return rows.at(-1)?.id ?? null;
  }

  private read<View>(
    scoreId: string,
    call: CallContext,
    view: (tx: Transaction, row: ScoreRow) => Promise<View>,
  ): Promise<View> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      return view(tx, await this.scores.find(tx, scoreId));
    });
  }
}
