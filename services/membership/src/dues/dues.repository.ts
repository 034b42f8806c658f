import { Injectable } from '@nestjs/common';
import type { MembershipStanding } from '@gongxiang/contracts/membership/membership-events';
import { pathsUpwards } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { DuesAmountRow, DuesBankLineRow, DuesPaymentRow, DuesRuleRow } from './dues.entity.js';

/** A membership as dues need it. */
export interface DuesMember {
  readonly id: string;
  readonly personId: string;
  /** Sealed. */
  readonly name: string;
  readonly maskedName: string;
  readonly unionId: string;
  readonly unionName: string;
  readonly unionPath: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly standing: MembershipStanding;
  readonly retainedFrom: string | null;
  /** Of the reference that stands in the note of a transfer. */
  readonly duesNumber: number;
}

export interface PageFilter {
  readonly unionId: string;
  /** Masked: present members of this name alone. */
  readonly payer?: string;
  /** Only those who are in this group now. */
  readonly group?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** Whose dues are summed up: all of the union, or of one group; of all years, or of one. */
export interface Summed extends Pick<PageFilter, 'unionId' | 'group'> {
  readonly year?: number;
}

const inGroupSql = (group: string): string =>
  `SELECT g.person_id FROM group_member g WHERE g.group_id = ${group} AND g.valid_to IS NULL`;

export type NamedPayment = DuesPaymentRow & { readonly personId: string; readonly maskedName: string };

const memberSql = `
  SELECT m.id, m.person_id AS "personId", p.name, p.masked_name AS "maskedName", m.union_id AS "unionId", u.name AS "unionName",
    u.path AS "unionPath", m.valid_from AS "validFrom", m.valid_to AS "validTo", m.standing,
    m.retained_from AS "retainedFrom", m.dues_number AS "duesNumber"
  FROM union_membership m JOIN labour_union u ON u.id = m.union_id JOIN person p ON p.id = m.person_id`;

@Injectable()
export class DuesRepository {
  async findMember(tx: Transaction, membershipId: string): Promise<DuesMember | null> {
    const rows: DuesMember[] = await tx.sql.query(`${memberSql} WHERE m.id = $1`, [membershipId]);
    return rows[0] ?? null;
  }

  async findOpenOf(tx: Transaction, personId: string): Promise<DuesMember | null> {
    const rows: DuesMember[] = await tx.sql.query(
      `${memberSql} WHERE m.person_id = $1 AND m.state <> 'ended'`,
      [personId],
    );
    return rows[0] ?? null;
  }

  /** Members of a union itself, ended ones too: they may have left something unpaid. */
  listMembers(tx: Transaction, { unionId, payer, group, cursor, limit }: PageFilter): Promise<DuesMember[]> {
    const after = decodeCursor(cursor, 1)?.[0] ?? null;
    return tx.sql.query(
      `${memberSql} WHERE m.union_id = $1 AND ($2::uuid IS NULL OR m.id > $2)
       AND ($4::text IS NULL OR (p.masked_name = $4 AND m.state <> 'ended'))
       AND ($5::uuid IS NULL OR (m.state <> 'ended' AND m.person_id IN (${inGroupSql('$5')}))) ORDER BY m.id LIMIT $3`,
      [unionId, after, rowsFor(limit), payer ?? null, group ?? null],
    );
  }

  /** Locked, so that two payments of one member are not both taken for the same months. */
  async lockByNumber(tx: Transaction, duesNumber: number): Promise<DuesMember | null> {
    const rows: DuesMember[] = await tx.sql.query(
      `${memberSql} WHERE m.dues_number = $1 FOR NO KEY UPDATE OF m`,
      [duesNumber],
    );
    return rows[0] ?? null;
  }

  /** What was said of a line of the bank; before anything was, version 0. */
  async lockBankLine(tx: Transaction, lineId: string): Promise<DuesBankLineRow> {
    await tx.sql.query(
      `INSERT INTO dues_bank_line (line_id, version, answer) VALUES ($1, 0, 0) ON CONFLICT DO NOTHING`,
      [lineId],
    );
    return tx.sql.findOneOrFail(DuesBankLineRow, { where: { lineId }, lock: { mode: 'pessimistic_write' } });
  }

  async updateBankLine(tx: Transaction, { lineId, ...row }: DuesBankLineRow): Promise<void> {
    await tx.sql.update(DuesBankLineRow, { lineId }, row);
  }

  /** The rules of the nearest union at or above a path that has any. */
  async rulesAt(tx: Transaction, path: string): Promise<DuesRuleRow[]> {
    const nearest: { id: string }[] = await tx.sql.query(
      `SELECT u.id FROM labour_union u WHERE u.path = ANY($1)
       AND EXISTS (SELECT 1 FROM dues_rule r WHERE r.union_id = u.id) ORDER BY length(u.path) DESC LIMIT 1`,
      [pathsUpwards(path)],
    );
    const unionId = nearest[0]?.id;
    return unionId === undefined ? [] : tx.sql.findBy(DuesRuleRow, { unionId });
  }

  /** By month, the newest first. */
  listRules(tx: Transaction, { unionId, cursor, limit }: PageFilter): Promise<DuesRuleRow[]> {
    const query = tx.sql.createQueryBuilder(DuesRuleRow, 'r').where('r.unionId = :unionId', { unionId });
    const before = decodeCursor(cursor, 1);
    if (before !== null) query.andWhere('r.fromMonth < :month', { month: before[0] });
    return query.orderBy('r.fromMonth', 'DESC').limit(rowsFor(limit)).getMany();
  }

  lockRule(tx: Transaction, unionId: string, fromMonth: string): Promise<DuesRuleRow | null> {
    const where = { unionId, fromMonth };
    return tx.sql.findOne(DuesRuleRow, { where, lock: { mode: 'pessimistic_write' } });
  }

  async insertRule(tx: Transaction, row: DuesRuleRow): Promise<void> {
    await tx.sql.insert(DuesRuleRow, row);
  }

  async updateRule(tx: Transaction, { id, ...row }: DuesRuleRow): Promise<void> {
    await tx.sql.update(DuesRuleRow, { id }, row);
  }

  /** By membership. */
  async amountsOf(
    tx: Transaction,
    membershipIds: readonly string[],
  ): Promise<ReadonlyMap<string, DuesAmountRow[]>> {
    const byMember = new Map<string, DuesAmountRow[]>();
    for (const row of await tx.sql.findBy(DuesAmountRow, { membershipId: In([...membershipIds]) }))
      byMember.set(row.membershipId, [...(byMember.get(row.membershipId) ?? []), row]);
    return byMember;
  }

  async setAmount(tx: Transaction, row: DuesAmountRow): Promise<void> {
    await tx.sql.upsert(DuesAmountRow, row, ['membershipId', 'fromMonth']);
  }

  /** What each membership has paid, in fen; absent if nothing. */
  async paidOf(tx: Transaction, membershipIds: readonly string[]): Promise<ReadonlyMap<string, bigint>> {
    const rows: { id: string; paid: string }[] = await tx.sql.query(
      `SELECT membership_id AS id, sum(amount_fen)::text AS paid FROM dues_payment WHERE membership_id = ANY($1) GROUP BY 1`,
      [membershipIds],
    );
    return new Map(rows.map(({ id, paid }) => [id, BigInt(paid)]));
  }

  /** The last day on which each membership has paid, less what was taken back; absent whoever never has. */
  async lastPaidOf(tx: Transaction, membershipIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: { id: string; lastOn: string }[] = await tx.sql.query(
      `SELECT d.membership_id AS id, max(d.paid_on)::text AS "lastOn" FROM dues_payment d
       WHERE d.membership_id = ANY($1) AND d.reverses IS NULL
         AND NOT EXISTS (SELECT FROM dues_payment r WHERE r.reverses = d.id) GROUP BY 1`,
      [membershipIds],
    );
    return new Map(rows.map(({ id, lastOn }) => [id, lastOn]));
  }

  /** What a union has received, in fen, for the same memberships as {@link listMembers} lists. */
  async received(tx: Transaction, { unionId, year, group }: Summed): Promise<bigint> {
    const [row]: { paid: string }[] = await tx.sql.query(
      `SELECT coalesce(sum(d.amount_fen), 0)::text AS paid FROM dues_payment d
       WHERE d.union_id = $1 AND ($2::integer IS NULL OR extract(year FROM d.paid_on) = $2)
       AND ($3::uuid IS NULL OR d.membership_id IN (SELECT m.id FROM union_membership m
         WHERE m.union_id = $1 AND m.state <> 'ended' AND m.person_id IN (${inGroupSql('$3')})))`,
      [unionId, year ?? null, group ?? null],
    );
    return BigInt(row?.paid ?? 0);
  }

  findPayment(tx: Transaction, id: string): Promise<DuesPaymentRow | null> {
    return tx.sql.findOneBy(DuesPaymentRow, { id });
  }

  async insertPayments(tx: Transaction, rows: DuesPaymentRow[]): Promise<void> {
    await tx.sql.insert(DuesPaymentRow, rows);
  }

  /** Payments of a union, the newest first. */
  listPayments(tx: Transaction, { unionId, cursor, limit }: PageFilter): Promise<NamedPayment[]> {
    const query = tx.sql.createQueryBuilder(DuesPaymentRow, 'd').where('d.unionId = :unionId', { unionId });
    const before = decodeCursor(cursor, 1);
    if (before !== null) query.andWhere('d.id < :id', { id: before[0] });
    return this.named(tx, query.orderBy('d.id', 'DESC').limit(rowsFor(limit)).getMany());
  }

  async named(tx: Transaction, found: Promise<DuesPaymentRow[]>): Promise<NamedPayment[]> {
    const rows = await found;
    const names: { id: string; personId: string; maskedName: string }[] = await tx.sql.query(
      `SELECT m.id, p.id AS "personId", p.masked_name AS "maskedName" FROM union_membership m JOIN person p ON p.id = m.person_id WHERE m.id = ANY($1)`,
      [rows.map(({ membershipId }) => membershipId)],
    );
    const memberOf = new Map(names.map(({ id, ...member }) => [id, member]));
    return rows.flatMap((row) => {
      const member = memberOf.get(row.membershipId);
      return member === undefined ? [] : [{ ...row, ...member }];
    });
  }

  /**
   * The first of so many receipt numbers of a union and year. The row stays locked until the commit: a payment that is
   * rolled back leaves no gap.
   */
  async takeReceipts(
    tx: Transaction,
    { unionId, year, count }: { unionId: string; year: number; count: number },
  ) {
    const [row]: { last: number }[] = await tx.sql.query(
      `INSERT INTO dues_receipt AS r (union_id, year, last) VALUES ($1, $2, $3)
       ON CONFLICT (union_id, year) DO UPDATE SET last = r.last + excluded.last RETURNING last`,
      [unionId, year, count],
    );
    return (row?.last ?? 0) - count + 1;
  }
}
