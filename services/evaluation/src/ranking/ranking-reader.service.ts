import { Injectable } from '@nestjs/common';
import type { ListRankingsRequest, Page, RankingRequest, RankingView } from '@gongxiang/contracts';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { decodeCursor, rowsFor, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import type { ScoreNames } from '../score/score-view.js';
import { WeightVersionRepository } from '../weight/weight-version.repository.js';
import { RankingRow } from './ranking.entity.js';
import { rankingView } from './ranking-view.js';

/** How much of each ranking a list shows. */
const listedMax = 10;

/** Looking at rankings as they were kept, with the names of what is in them. */
@Injectable()
export class RankingReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly weights: WeightVersionRepository,
  ) {}

  get(request: RankingRequest, call: CallContext): Promise<RankingView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const row = await tx.sql.findOneBy(RankingRow, { id: request.rankingId });
      if (row === null) throw new DomainError('NOT_FOUND');
      return rankingView(row, await this.namesOf(tx, [row]));
    });
  }

  list(request: ListRankingsRequest, call: CallContext): Promise<Page<RankingView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const rows = (await newest(tx, request)).map(headOf);
      const names = await this.namesOf(tx, rows);
      const views = rows.map((row) => rankingView(row, names));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  private async namesOf(tx: Transaction, rows: readonly RankingRow[]): Promise<ScoreNames> {
    const titles = await this.activities.titlesOf(
      tx,
      rows.flatMap(({ leftOut }) => leftOut),
    );
    const systems = await this.weights.systemsOf(
      tx,
      rows.map(({ weightVersionId }) => weightVersionId),
    );
    return { titles, systems };
  }
}

function newest(tx: Transaction, filter: ListRankingsRequest): Promise<RankingRow[]> {
  const query = tx.sql.createQueryBuilder(RankingRow, 'r').orderBy('r.id', 'DESC');
  const { indicatorSystemId } = filter;
  if (indicatorSystemId !== undefined)
    query.where('r.indicatorSystemId = :indicatorSystemId', { indicatorSystemId });
  const cursor = decodeCursor(filter.cursor, 1);
  if (cursor !== null) query.andWhere('r.id < :id', { id: cursor[0] });
  return query.limit(rowsFor(filter.limit)).getMany();
}

/** A ranking as a list shows it: a page of whole ones would not fit into an answer. */
function headOf(row: RankingRow): RankingRow {
  return { ...row, entries: row.entries.slice(0, listedMax), leftOut: row.leftOut.slice(0, listedMax) };
}
