import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  judgementRoundContract,
  type JudgementRoundIdRequest,
  type JudgementRoundResultView,
  type JudgementRoundView,
  type ListJudgementRoundsRequest,
} from '@gongxiang/contracts/evaluation/systems/judgement-round.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { pathsFor } from '../../reference/reading-paths.js';
import { JudgeRepository } from './judge.repository.js';
import type { JudgementRoundRow, JudgeRow } from './judgement.entity.js';
import { JudgementRoundAccess } from './judgement-round-access.js';
import { JudgementRoundRepository } from './judgement-round.repository.js';
import { roundView } from './judgement-round.view.js';
import { groupResult, type Judging } from './judging.model.js';

/** Shows rounds to evaluators: the judges, their progress and their judgements. */
@Injectable()
export class JudgementRoundReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly roundAccess: JudgementRoundAccess,
    private readonly rounds: JudgementRoundRepository,
    private readonly judges: JudgeRepository,
  ) {}

  @Handles(judgementRoundContract.get)
  get(request: JudgementRoundIdRequest, call: CallContext): Promise<JudgementRoundView> {
    return this.transactions.read(call, async (tx) => {
      const round = await this.roundAccess.findEditable(tx, request.judgementRoundId);
      const [view] = await this.views(tx, [round]);
      return view ?? roundView(round, [], undefined);
    });
  }

  @Handles(judgementRoundContract.list)
  list(request: ListJudgementRoundsRequest, call: CallContext): Promise<Page<JudgementRoundView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const rows = await this.rounds.list(tx, request, pathsFor(tx, actions.tendIndicators));
      const views = await this.views(tx, rows);
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  /** The results of the judges, individually and combined, during the round and after. */
  @Handles(judgementRoundContract.result)
  result(request: JudgementRoundIdRequest, call: CallContext): Promise<JudgementRoundResultView> {
    return this.transactions.read(call, async (tx) => {
      const round = await this.roundAccess.findEditable(tx, request.judgementRoundId);
      const judges = countedJudges(await this.judges.of(tx, [round.id]));
      return { groups: round.groups.map((group) => groupResult(group, judges)) };
    });
  }

  private async views(tx: Transaction, rows: readonly JudgementRoundRow[]): Promise<JudgementRoundView[]> {
    const systems = await this.rounds.systemsOf(tx, rows);
    const judges = await this.judges.of(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.map((row) =>
      roundView(
        row,
        judges.filter(({ judgementRoundId }) => judgementRoundId === row.id),
        systems.get(row.indicatorSystemId),
      ),
    );
  }
}

/** Judges who count; a revoked link may have been used by somebody else. */
export function countedJudges(rows: readonly JudgeRow[]): Judging[] {
  return rows
    .filter(({ revokedAt }) => revokedAt === null)
    .map(({ id, name, judgements }) => ({ judgeId: id, name, judgements }));
}
