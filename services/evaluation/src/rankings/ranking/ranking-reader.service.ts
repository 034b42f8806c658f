import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type LeftOutView,
  type ListLeftOutRequest,
  type ListRankingEntriesRequest,
  type ListRankingsRequest,
  rankingContract,
  type RankingEntry,
  type RankingIdRequest,
  type RankingView,
} from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../../systems/actions.js';
import { pathsFor } from '../../reference/reading-paths.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { WeightVersionRepository } from '../../systems/weight/weight-version.repository.js';
import type { RankingRow } from './ranking.entity.js';
import { isReliedOn } from './ranking-life.model.js';
import { RankingRepository } from './ranking.repository.js';
import { entryView, leftOutView, type RankingNames, rankingView } from './ranking-view.js';

/** How much of each ranking its head shows. */
const headMax = 10;

/** Queries of stored rankings, with the names of their subjects. */
@Injectable()
export class RankingReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly rankings: RankingRepository,
    private readonly weights: WeightVersionRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @Handles(rankingContract.get)
  get(request: RankingIdRequest, call: CallContext): Promise<RankingView> {
    return this.transactions.read(call, async (tx) =>
      this.viewOf(tx, await this.findVisible(tx, request.rankingId)),
    );
  }

  @Handles(rankingContract.list)
  list(request: ListRankingsRequest, call: CallContext): Promise<Page<RankingView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const rows = await this.rankings.list(tx, request, pathsFor(tx, actions.tendIndicators));
      const names = await this.namesOf(tx, rows);
      const views = rows.map((row) => rankingView(row, names));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  @Handles(rankingContract.listEntries)
  listEntries(request: ListRankingEntriesRequest, call: CallContext): Promise<Page<RankingEntry>> {
    return this.transactions.read(call, async (tx) => {
      const { method } = await this.findVisible(tx, request.rankingId);
      const rows = await this.rankings.listEntries(tx, request);
      const unions = await this.references.namesOf(
        tx,
        rows.map(({ unionId }) => unionId),
      );
      const scoresNow = await this.rankings.scoresNow(
        tx,
        rows.map(({ scoreId }) => scoreId),
      );
      const { items, nextCursor } = toPage(rows, {
        limit: request.limit,
        cursorOf: ({ place }) => [place],
      });
      return { items: items.map((row) => entryView(row, { unions, scoresNow, method })), nextCursor };
    });
  }

  @Handles(rankingContract.listLeftOut)
  listLeftOut(request: ListLeftOutRequest, call: CallContext): Promise<Page<LeftOutView>> {
    return this.transactions.read(call, async (tx) => {
      await this.findVisible(tx, request.rankingId);
      const rows = await this.rankings.listLeftOut(tx, request);
      return toPage(rows.map(leftOutView), {
        limit: request.limit,
        cursorOf: ({ subjectId }) => [subjectId],
      });
    });
  }

  /** Drafts are visible to those who may rank, other rankings to everybody. @throws DomainError `NOT_FOUND` */
  async findVisible(tx: Transaction, rankingId: string): Promise<RankingRow> {
    tx.authorise(actions.seePublished, {});
    const row = await this.rankings.find(tx, rankingId);
    if (row === null) throw new DomainError('NOT_FOUND');
    if (row.state === 'draft') {
      const union = await this.references.union(tx, row.unionId);
      tx.authorise(actions.tendIndicators, { paths: [union.path] });
    }
    return row;
  }

  async viewOf(tx: Transaction, row: RankingRow): Promise<RankingView> {
    return rankingView(row, await this.namesOf(tx, [row]));
  }

  private async namesOf(tx: Transaction, rows: readonly RankingRow[]): Promise<RankingNames> {
    const ids = rows.map(({ id }) => id);
    const head = await this.rankings.headsOf(tx, ids, headMax);
    const [systems, unions] = [
      await this.weights.systemsOf(
        tx,
        rows.map(({ weightVersionId }) => weightVersionId),
      ),
      await this.references.namesOf(
        tx,
        [...rows, ...head.entries].map(({ unionId }) => unionId),
      ),
    ];
    const openAppeals = await this.rankings.openAppeals(tx, ids);
    const revisions = await this.rankings.revisionsOf(tx, ids);
    const outdated = await this.rankings.outdatedOf(
      tx,
      rows.filter(({ state }) => isReliedOn(state)).map(({ id }) => id),
    );
    const scoresNow = await this.rankings.scoresNow(
      tx,
      head.entries.map(({ scoreId }) => scoreId),
    );
    return { ...head, systems, unions, openAppeals, revisions, outdated, scoresNow };
  }
}
