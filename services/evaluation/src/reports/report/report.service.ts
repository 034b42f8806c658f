import { Injectable } from '@nestjs/common';
import {
  type PeersView,
  type ReachRequest,
  type ReachView,
  reportContract,
  type ReportPeriodRequest,
  type ReportRequest,
  type ReportView,
} from '@gongxiang/contracts/evaluation/reports/report.contract';
import { type CallContext, shanghaiDate } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { daysOf, frozenFrom } from '../../reference/subject/reach-period.model.js';
import { requireSeason, type Season } from '../../seasons/tuning/season.model.js';
import { peerFigures } from './peers.model.js';
import { periodName, type Reach, reachOf, reachSoFar } from './reach.model.js';
import { ReachRepository } from './reach.repository.js';
import { figuresOf, reportRows } from './report.model.js';
import { ReportRepository } from './report.repository.js';

const rowsMax = 1_000;

/** What was done, for whom and to what effect: numbers of unions and their subtrees, never of a person. */
@Injectable()
export class ReportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: ReportRepository,
    private readonly reach: ReachRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** @throws DomainError `NOT_PERMITTED`, `REFERENCE_PENDING`, `PERIOD_EMPTY`, `PERIOD_TOO_LONG` */
  @Handles(reportContract.get)
  get(request: ReportRequest, call: CallContext): Promise<ReportView> {
    return this.transactions.read(call, async (tx) => {
      const { from, to, groupBy } = request;
      const union = await this.findVisible(tx, request);
      const scope = { path: union.path, from, to };
      const groups = await this.reports.groups(tx, scope, { groupBy, rowsMax: rowsMax + 1 });
      const loans = await this.reports.loans(tx, scope, groupBy);
      const { total, rows } = reportRows(groups, loans, { groupBy, from, to });
      return {
        union: { id: union.id, name: union.name },
        from,
        to,
        groupBy,
        total,
        rows: rows.slice(0, rowsMax),
        truncated: rows.length > rowsMax,
      };
    });
  }

  /** The union itself beside all of its size class and tier, in the whole network. */
  @Handles(reportContract.peers)
  peers(request: ReportPeriodRequest, call: CallContext): Promise<PeersView> {
    return this.transactions.read(call, async (tx) => {
      const { id, name, sizeClass, tier } = await this.findVisible(tx, request);
      const { from, to } = request;
      const peers = await this.reports.peers(tx, { sizeClass, tier }, { from, to });
      const figures = peers.map((sums) => figuresOf(sums, null));
      const own = figures[peers.findIndex(({ unionId }) => unionId === id)];
      return {
        union: { id, name },
        sizeClass,
        tier,
        from,
        to,
        figures: own === undefined ? [] : peerFigures(own, figures),
      };
    });
  }

  /**
   * Who was served at least once in a year or quarter, as it was frozen: one decision for all subtrees, as two
   * answers could be subtracted. Before, only which unions nobody came from.
   */
  @Handles(reportContract.reach)
  reached(request: ReachRequest, call: CallContext): Promise<ReachView> {
    return this.transactions.read(call, async (tx) => {
      const season = daysOf(request);
      const union = await this.findVisible(tx, { union: request.union, ...season });
      const period = periodName(request);
      const freeze = await this.reach.findFreeze(tx, period);
      const from = frozenFrom(request);
      const reach =
        freeze === null ? await this.soFar(tx, union, season) : await this.frozen(tx, union, period);
      return {
        union: { id: union.id, name: union.name },
        ...season,
        state: freeze === null ? (shanghaiDate(tx.now) > from ? 'missing' : 'awaited') : 'frozen',
        frozenFrom: from,
        frozenAt: freeze?.frozenAt.toISOString() ?? null,
        ruleVersion: freeze?.version ?? null,
        total: reach.total,
        bySizeClass: [...reach.bySizeClass],
        byDecade: [...reach.byDecade],
        byUnion: reach.byUnion.slice(0, rowsMax),
        truncated: reach.byUnion.length > rowsMax,
        unreached: reach.unreached.slice(0, rowsMax),
        unreachedCount: reach.unreached.length,
      };
    });
  }

  private async frozen(tx: Transaction, { id }: UnionRef, period: string): Promise<Reach> {
    const union = await this.reach.findUnion(tx, period, id);
    if (union === null) return reachOf(id, [], []);
    const { unions, cells } = await this.reach.below(tx, union);
    return reachOf(id, unions, cells);
  }

  private async soFar(tx: Transaction, { path }: UnionRef, season: Season): Promise<Reach> {
    const unions = await this.reach.soFar(tx, { path, ...season });
    return { ...reachSoFar(unions), bySizeClass: [], byDecade: [], byUnion: [] };
  }

  private async findVisible(
    tx: Transaction,
    { union: id, from, to }: ReportPeriodRequest,
  ): Promise<UnionRef> {
    const union = await this.references.union(tx, id, '/union');
    tx.authorise(actions.seeReports, { paths: [union.path] });
    requireSeason({ from, to });
    return union;
  }
}
