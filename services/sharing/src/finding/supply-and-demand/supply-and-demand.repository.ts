import { Injectable } from '@nestjs/common';
import type {
  OfferedView,
  SoughtView,
} from '@gongxiang/contracts/sharing/finding/supply-and-demand.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import type { Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { openTimes } from '../../lending/resource/opening-hours.model.js';
import { type SharedHours, sharedHoursMax } from './shared-hours.model.js';
import type { LentMonth, OfferedSum, SoughtSum } from './supply-and-demand-sums.js';
import { agreedStates, hoursKeySql, monthSql, offeredSql, soughtSql } from './supply-and-demand-sql.js';

export interface Asked {
  readonly period: Period;
  readonly district: string | null;
}

const behindMax = 50;

/** The sums of a period: one statement each, however many rows they cover. */
@Injectable()
export class SupplyAndDemandRepository {
  /** By function and business, by district, by month, and in total. */
  sought(tx: Transaction, asked: Asked): Promise<SoughtSum[]> {
    return tx.sql.query(
      `SELECT CASE WHEN GROUPING(function) = 0 THEN 'cell' WHEN GROUPING(district) = 0 THEN 'district'
                   WHEN GROUPING(month) = 0 THEN 'month' ELSE 'all' END AS by,
              function, business, district, month, count(DISTINCT id)::int AS needs,
              (count(DISTINCT id) FILTER (WHERE is_unmet))::int AS unmet,
              coalesce(sum(headcount) FILTER (WHERE is_unmet), 0)::float8 AS "unmetHeads", coalesce(sum(hours), 0) AS hours
       FROM (${soughtSql}) AS sought GROUP BY GROUPING SETS ((function, business), (district), (month), ())`,
      parametersOf(asked),
    );
  }

  /** By function and business, by district, and in total. */
  async offered(tx: Transaction, asked: Asked): Promise<OfferedSum[]> {
    const open = await this.open(tx, asked);
    return tx.sql.query(
      `SELECT CASE WHEN GROUPING(function) = 0 THEN 'cell' WHEN GROUPING(district) = 0 THEN 'district' ELSE 'all' END AS by,
              function, business, district, count(DISTINCT id)::int AS offers,
              (count(DISTINCT id) FILTER (WHERE is_lendable))::int AS lendable, coalesce(sum(hours_free), 0) AS "hoursFree"
       FROM (${offeredSql}) AS offered GROUP BY GROUPING SETS ((function, business), (district), ())`,
      [...parametersOf(asked), ...open],
    );
  }

  /** Loans between unions by the month in which they begin. */
  lent(tx: Transaction, asked: Asked): Promise<LentMonth[]> {
    return tx.sql.query(
      `SELECT ${monthSql('l.starts_at')} AS month, count(*)::int AS loans
       FROM loan l JOIN resource r ON r.id = l.resource_id
       WHERE l.starts_at >= $1 AND l.starts_at < $2 AND l.state IN ${agreedStates}
         AND l.owner_union_id <> l.borrower_union_id AND ($3::text IS NULL OR r.district = $3)
       GROUP BY 1`,
      parametersOf(asked),
    );
  }

  /** @param business null: needs that name none */
  soughtIn(
    tx: Transaction,
    asked: Asked,
    cell: { readonly function: ResourceFunction; readonly business: UnionBusiness | null },
  ): Promise<SoughtView[]> {
    return tx.sql.query(
      `SELECT s.id, s.title, coalesce(u.name, '') AS "unionName", s.district, s.headcount, round(s.hours)::float8 AS hours,
              s.is_unmet AS unmet
       FROM (${soughtSql}) AS s LEFT JOIN union_ref u ON u.id = s.union_id
       WHERE s.function = $4 AND s.business IS NOT DISTINCT FROM $5
       ORDER BY s.is_unmet DESC, s.id DESC LIMIT ${behindMax}`,
      [...parametersOf(asked), cell.function, cell.business],
    );
  }

  async offeredIn(
    tx: Transaction,
    asked: Asked,
    cell: { readonly function: ResourceFunction; readonly business: UnionBusiness | null },
  ): Promise<OfferedView[]> {
    const open = await this.open(tx, asked);
    return tx.sql.query(
      `SELECT o.id, o.title, coalesce(u.name, '') AS "unionName", o.district, o.is_lendable AS lendable,
              round(o.hours_free)::float8 AS "hoursFree"
       FROM (${offeredSql}) AS o LEFT JOIN union_ref u ON u.id = o.owner_union_id
       WHERE o.function = $6 AND o.business = $7 ORDER BY o.hours_free DESC, o.id LIMIT ${behindMax}`,
      [...parametersOf(asked), ...open, cell.function, cell.business],
    );
  }

  /**
   * Open times in the period for the most common opening hours; the database does not know the rules of hours and
   * holidays.
   */
  private async open(tx: Transaction, { period }: Asked): Promise<[keys: string[], times: string[]]> {
    const rows: SharedHours[] = await tx.sql.query(
      `SELECT ${hoursKeySql('h')} AS key, h.weekly, h.exceptions, h.holidays, h.make_up_days AS "makeUpDays", false AS overnight
       FROM opening_hours h WHERE NOT h.overnight
       GROUP BY h.weekly, h.exceptions, h.holidays, h.make_up_days ORDER BY count(*) DESC, 1 LIMIT $1`,
      [sharedHoursMax(period)],
    );
    return [rows.map(({ key }) => key), rows.map((hours) => openTimes(hours, period))];
  }
}

function parametersOf({ period: { start, end }, district }: Asked): unknown[] {
  return [start, end, district];
}
