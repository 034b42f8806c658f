import { Injectable } from '@nestjs/common';
import {
  censusContract,
  censusDimensions,
  censusRowsMax,
  type CensusValueView,
  censusValues,
  type CensusDimension,
  type CensusView,
  type GetCensus,
  type GetUnionStatistics,
  type UnionStatisticsView,
} from '@gongxiang/contracts/membership/census/census.contract';
import { type CallContext, DomainError, pathsUpwards, reachOf, shanghaiDate } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import {
  type Columns,
  type Countable,
  type Level,
  levelOf,
  type LevelRow,
  monthsUpTo,
} from './census-level.model.js';
import { CensusRepository, type LevelUnion } from './census.repository.js';

interface Found {
  readonly level: Level;
  /** By path. */
  readonly unions: ReadonlyMap<string, LevelUnion>;
  readonly head: Omit<UnionStatisticsView, 'dimensions' | 'months'>;
  readonly months: readonly string[];
}

@Injectable()
export class CensusService {
  constructor(
    private readonly transactions: Transactions,
    private readonly unions: UnionRepository,
    private readonly figures: CensusRepository,
  ) {}

  @Handles(censusContract.get)
  get({ union: unionId, by }: GetCensus, call: CallContext): Promise<CensusView> {
    return this.transactions.read(call, async (tx) => {
      const union =
        unionId === undefined ? await this.ownUnion(tx) : await this.unionOf(tx, unionId, '/union');
      const { level, unions, head } = await this.find(tx, union, [by]);
      const rows = level.rows.flatMap((row) => {
        const one = unions.get(row.path);
        const isEmpty = row.members === 0 && (one?.active !== true || row.path === union.path);
        return one === undefined || isEmpty ? [] : [{ row, one }];
      });
      return {
        ...head,
        by,
        rows: rows.slice(0, censusRowsMax).map(({ row, one }) => ({
          unionId: one.id,
          unionName: one.name,
          isItself: one.id === union.id,
          unionsBelow: one.unionsBelow,
          members: row.members,
          values: valuesOfRow(row, by),
        })),
        rowsLeftOut: Math.max(0, rows.length - censusRowsMax),
      };
    });
  }

  @Handles(censusContract.statistics)
  statistics({ unionId }: GetUnionStatistics, call: CallContext): Promise<UnionStatisticsView> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.unionOf(tx, unionId);
      const countables: Countable[] = [...censusDimensions, 'joined', 'left', 'moved'];
      const { level, head, months } = await this.find(tx, union, countables);
      const of = (countable: Countable, index: number): number | null =>
        level.total.numbers.get(countable)?.[index] ?? null;
      return {
        ...head,
        dimensions: censusDimensions.map((by) => ({ by, values: valuesOfRow(level.total, by) })),
        months: months.map((month, index) => ({
          month,
          joined: of('joined', index),
          left: of('left', index),
          moved: of('moved', index),
        })),
      };
    });
  }

  /**
   * Goes down from the caller's own union to the asked one: what is hidden of a union depends on its siblings, and what is
   * hidden below it on itself.
   */
  private async find(tx: Transaction, union: UnionRow, countables: readonly Countable[]): Promise<Found> {
    tx.authorise(actions.seeCensus, { paths: [union.path], visible: true });
    const held = reachOf(tx.call.actor, actions.seeCensus);
    // The nearest of the caller's own unions shows the most.
    const way = pathsUpwards(union.path);
    const own = way.findLastIndex((path) => held.includes(path));
    const months = monthsUpTo(shanghaiDate(tx.now));
    const columns = countables.map((countable) => columnsOf(countable, months));
    let total: LevelRow | null = null;
    let level: Level | undefined;
    let unions: LevelUnion[] = [];
    for (const path of way.slice(own)) {
      if (level !== undefined) total = level.rows.find((row) => row.path === path) ?? null;
      const at = path === union.path ? union : await this.unions.findByPath(tx, path);
      if (at === null) throw new DomainError('NOT_FOUND');
      unions = await this.figures.level(tx, at.id);
      const dimensions = ['members', ...countables];
      const counts = await this.figures.counts(tx, { path, dimensions, monthFrom: months[0] ?? '' });
      const paths = unions.map((one) => one.path);
      level = levelOf(counts, { path, paths, total, columns });
    }
    if (level === undefined) throw new DomainError('NOT_FOUND');
    return {
      level,
      unions: new Map(unions.map((one) => [one.path, one])),
      months,
      head: {
        unionId: union.id,
        unionName: union.name,
        aboveId: held.some((path) => path !== union.path && union.path.startsWith(path))
          ? union.parentId
          : null,
        asOf: (await this.figures.asOf(tx)).toISOString(),
        isOwn: total === null,
        members: level.total.members,
      },
    };
  }

  /** The highest union of which the caller may see the census. */
  private async ownUnion(tx: Transaction): Promise<UnionRow> {
    const [path] = reachOf(tx.call.actor, actions.seeCensus).toSorted((a, b) => a.length - b.length);
    const union = path === undefined ? null : await this.unions.findByPath(tx, path);
    if (union === null) throw new DomainError('NOT_PERMITTED');
    return union;
  }

  private async unionOf(tx: Transaction, id: string, pointer?: string): Promise<UnionRow> {
    const union = await this.unions.findById(tx, id);
    if (union === null) throw new DomainError('NOT_FOUND', pointer === undefined ? {} : { pointer });
    return union;
  }
}

function valuesOfRow({ numbers }: LevelRow, by: CensusDimension): CensusValueView[] {
  return censusValues[by].map((value, index) => ({ value, members: numbers.get(by)?.[index] ?? null }));
}

function columnsOf(countable: Countable, months: readonly string[]): Columns {
  const isMonthly = countable === 'joined' || countable === 'left' || countable === 'moved';
  return { countable, values: isMonthly ? months : censusValues[countable], addUp: !isMonthly };
}
