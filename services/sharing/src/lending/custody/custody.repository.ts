import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  CustodyAct,
  PieceCondition,
  PieceState,
} from '@gongxiang/contracts/sharing/lending/piece.contract';
import { DomainError, newId } from '@gongxiang/domain';
import { brokenConstraint, decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In, IsNull } from 'typeorm';
import { CustodyRow, LoanPieceRow, PieceRow } from './custody.entity.js';
import { labelCode } from './label-code.model.js';

/** An event in the custody of a piece. */
interface Custody {
  readonly act: CustodyAct;
  readonly loanId?: string;
  readonly condition?: PieceCondition | null;
  readonly note?: string | null;
  /** Who did it, for automatic events; the caller if absent. */
  readonly by?: string;
}

/** The holder of a piece, with the end of the loan. */
export interface Hand {
  readonly pieceId: string;
  readonly loanId: string;
  readonly borrowerUnionId: string;
  readonly borrowerUnionName: string;
  readonly outAt: Date;
  readonly dueAt: Date;
}

type CustodyLine = CustodyRow & { readonly borrowerUnionName: string | null };

/** Codes are random; a collision happens once in some thousand sheets of labels. */
const drawsMax = 5;

@Injectable()
export class CustodyRepository {
  findById(tx: Transaction, resourceId: string, id: string): Promise<PieceRow | null> {
    return tx.sql.findOneBy(PieceRow, { resourceId, id });
  }

  findByCode(tx: Transaction, code: string): Promise<PieceRow | null> {
    return tx.sql.findOneBy(PieceRow, { code });
  }

  /** Pieces by their ids or codes, of any resource. */
  async named(tx: Transaction, ids: readonly string[], codes: readonly string[]): Promise<PieceRow[]> {
    return tx.sql.findBy(PieceRow, [{ id: In([...ids]) }, { code: In([...codes]) }]);
  }

  count(tx: Transaction, resourceId: string): Promise<number> {
    return tx.sql.countBy(PieceRow, { resourceId });
  }

  countInService(tx: Transaction, resourceId: string): Promise<number> {
    return tx.sql.countBy(PieceRow, { resourceId, retiredAt: IsNull() });
  }

  /** Bounded by the number of pieces a resource may have. */
  inService(tx: Transaction, resourceId: string): Promise<PieceRow[]> {
    return tx.sql.find(PieceRow, { where: { resourceId, retiredAt: IsNull() }, order: { number: 'ASC' } });
  }

  async lastNumber(tx: Transaction, resourceId: string): Promise<number> {
    return (await tx.sql.maximum(PieceRow, 'number', { resourceId })) ?? 0;
  }

  /** Assigns each piece a unique code. @throws DomainError `LABEL_TAKEN` */
  async add(tx: Transaction, rows: readonly Omit<PieceRow, 'code'>[]): Promise<PieceRow[]> {
    const codes = new Set<string>();
    for (let draw = 0; codes.size < rows.length && draw < drawsMax; draw += 1) {
      while (codes.size < rows.length) codes.add(labelCode(randomBytes(7)));
      for (const taken of await tx.sql.findBy(PieceRow, { code: In([...codes]) })) codes.delete(taken.code);
    }
    const free = [...codes];
    const pieces = rows.map((row, index) => ({ ...row, code: free[index] ?? '' }));
    try {
      await tx.sql.insert(PieceRow, pieces);
    } catch (error) {
      if (brokenConstraint(error) !== 'piece_resource_id_label_key') throw error;
      throw new DomainError('LABEL_TAKEN', { pointer: '/prefix', params: { label: pieces[0]?.label ?? '' } });
    }
    return pieces;
  }

  async update(tx: Transaction, row: PieceRow): Promise<void> {
    await tx.sql.update(PieceRow, { id: row.id }, row);
  }

  /** The pieces of a resource by number. */
  list(
    tx: Transaction,
    filter: {
      readonly resourceId: string;
      readonly q?: string;
      readonly state?: PieceState;
      readonly cursor?: string;
      readonly limit?: number;
    },
  ): Promise<PieceRow[]> {
    const { resourceId, q, state } = filter;
    const query = tx.sql
      .createQueryBuilder(PieceRow, 'p')
      .where('p.resourceId = :resourceId', { resourceId })
      .orderBy('p.number')
      .setParameters({ now: tx.now });
    if (state !== undefined) query.andWhere(stateSql[state]);
    if (q !== undefined) {
      query.andWhere(`position(lower(:q) in lower(concat_ws(' ', p.label, p.serial, p.code))) > 0`, {
        q: q.normalize('NFKC').trim(),
      });
    }
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('p.number > :after', { after: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** The current holders of some pieces. Reads the loan tables in SQL, as their feature comes after this one. */
  async handsOf(tx: Transaction, pieceIds: readonly string[]): Promise<Map<string, Hand>> {
    const rows: Hand[] = await tx.sql.query(
      `SELECT o.piece_id AS "pieceId", l.id AS "loanId", l.borrower_union_id AS "borrowerUnionId",
              coalesce(u.name, '') AS "borrowerUnionName", o.out_at AS "outAt", l.ends_at AS "dueAt"
       FROM loan_piece o JOIN loan l ON l.id = o.loan_id LEFT JOIN union_ref u ON u.id = l.borrower_union_id
       WHERE o.piece_id = ANY($1::uuid[]) AND o.back_at IS NULL`,
      [pieceIds],
    );
    return new Map(rows.map((row) => [row.pieceId, row]));
  }

  /** Those of some pieces that are out of service now. */
  async outOfService(tx: Transaction, pieceIds: readonly string[]): Promise<Set<string>> {
    const rows: { pieceId: string }[] = await tx.sql.query(
      `SELECT piece_id AS "pieceId" FROM booking
       WHERE piece_id = ANY($1::uuid[]) AND tstzrange(starts_at, occupied_until, '[)') @> $2::timestamptz`,
      [pieceIds, tx.now],
    );
    return new Set(rows.map((row) => row.pieceId));
  }

  /** The resources of a loan that are lent by piece, and how many of each. */
  piecesDue(tx: Transaction, loanId: string): Promise<{ resourceId: string; quantity: number }[]> {
    return tx.sql.query(
      `SELECT b.resource_id AS "resourceId", b.quantity FROM booking b JOIN resource r ON r.id = b.resource_id
       WHERE b.id = $1 AND r.counting = 'pieces'`,
      [loanId],
    );
  }

  /** The pieces handed out with a loan, by label. */
  ofLoan(tx: Transaction, loanId: string): Promise<(PieceRow & LoanPieceRow)[]> {
    return tx.sql.query(
      `SELECT o.loan_id AS "loanId", o.piece_id AS "pieceId", o.out_at AS "outAt", o.back_at AS "backAt",
              p.resource_id AS "resourceId", p.code, p.label
       FROM loan_piece o JOIN piece p ON p.id = o.piece_id WHERE o.loan_id = $1 ORDER BY p.resource_id, p.number`,
      [loanId],
    );
  }

  /** @throws DomainError `PIECE_OUT` if somebody else holds one of them */
  async handOut(tx: Transaction, loanId: string, pieces: readonly PieceRow[]): Promise<void> {
    try {
      await tx.sql.query(
        `INSERT INTO loan_piece (loan_id, piece_id, out_at) SELECT $1, id, $3 FROM unnest($2::uuid[]) AS id
         ON CONFLICT (loan_id, piece_id) DO UPDATE SET out_at = $3, back_at = NULL WHERE loan_piece.back_at IS NOT NULL`,
        [loanId, pieces.map(({ id }) => id), tx.now],
      );
    } catch (error) {
      if (brokenConstraint(error) !== 'loan_piece_one_hand') throw error;
      const label = pieces.map((piece) => piece.label).join('、');
      throw new DomainError('PIECE_OUT', { pointer: '/pieces', params: { label } });
    }
  }

  async takeBack(tx: Transaction, loanId: string, pieceIds: readonly string[]): Promise<void> {
    await tx.sql.update(
      LoanPieceRow,
      { loanId, pieceId: In([...pieceIds]), backAt: IsNull() },
      { backAt: tx.now },
    );
  }

  /** Records the condition in which some pieces were found. */
  async found(tx: Transaction, pieceIds: readonly string[], condition: PieceCondition): Promise<void> {
    await tx.sql.query(
      'UPDATE piece SET condition = $2, version = version + 1 WHERE id = ANY($1::uuid[]) AND condition <> $2',
      [pieceIds, condition],
    );
  }

  /** Adds an entry to the custody trail of each piece. */
  async note(tx: Transaction, pieceIds: readonly string[], custody: Custody): Promise<void> {
    await tx.sql.insert(
      CustodyRow,
      pieceIds.map((pieceId) => ({
        pieceId,
        id: newId(),
        act: custody.act,
        at: tx.now,
        byPerson: custody.by ?? tx.personId,
        loanId: custody.loanId ?? null,
        condition: custody.condition ?? null,
        note: custody.note ?? null,
      })),
    );
  }

  /** The custody trail of a piece, latest first. */
  trail(
    tx: Transaction,
    filter: { readonly pieceId: string; readonly cursor?: string; readonly limit?: number },
  ): Promise<CustodyLine[]> {
    const before = decodeCursor(filter.cursor, 1)?.[0] ?? null;
    return tx.sql.query(
      `SELECT c.id, c.piece_id AS "pieceId", c.act, c.at, c.by_person AS "byPerson", c.loan_id AS "loanId",
              c.condition, c.note, u.name AS "borrowerUnionName"
       FROM piece_custody c LEFT JOIN loan l ON l.id = c.loan_id LEFT JOIN union_ref u ON u.id = l.borrower_union_id
       WHERE c.piece_id = $1 AND ($2::uuid IS NULL OR c.id < $2) ORDER BY c.id DESC LIMIT $3`,
      [filter.pieceId, before, rowsFor(filter.limit)],
    );
  }
}

const isOut = `EXISTS (SELECT FROM loan_piece o WHERE o.piece_id = p.id AND o.back_at IS NULL)`;
const isOutOfService = `EXISTS (SELECT FROM booking b WHERE b.piece_id = p.id
  AND tstzrange(b.starts_at, b.occupied_until, '[)') @> :now::timestamptz)`;

/** Each piece is in exactly one state, as in pieceState(). */
const stateSql: Readonly<Record<PieceState, string>> = {
  retired: 'p.retiredAt IS NOT NULL',
  out: `p.retiredAt IS NULL AND ${isOut}`,
  outOfService: `p.retiredAt IS NULL AND NOT ${isOut} AND ${isOutOfService}`,
  here: `p.retiredAt IS NULL AND NOT ${isOut} AND NOT ${isOutOfService}`,
};
