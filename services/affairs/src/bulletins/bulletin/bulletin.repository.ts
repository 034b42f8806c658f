import { Injectable } from '@nestjs/common';
import {
  type BulletinKind,
  bulletinsToConfirmMax,
  type BulletinState,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import {
  decodeCursor,
  newestWithin,
  placeholdersIn,
  rowsFor,
  subtreesOf,
  titlePatternsOf,
  type Transaction,
} from '@gongxiang/persistence';
import { In } from 'typeorm';
import { withUnions, type WithUnion } from '../../reference/with-unions.js';
import { isTargeted } from '../audience/audience.model.js';
import { AudienceRepository } from '../audience/audience.repository.js';
import { BulletinRevisionRow, BulletinRow } from './bulletin.entity.js';

/** A bulletin with the union that publishes it. */
export type BulletinRecord = WithUnion<BulletinRow> & {
  /** Where more than the tree decides on whom it is for: whether the caller is among them. */
  readonly isTarget: boolean;
};

/** What somebody follows, as a list is narrowed by it. */
export interface Followed {
  readonly unionIds: readonly string[];
  readonly kinds: readonly BulletinKind[];
  readonly businesses: readonly UnionBusiness[];
  readonly functions: readonly ResourceFunction[];
  /** The reader's union and those above it, whose bulletins of these kinds and tags they follow. */
  readonly upwards: readonly string[];
}

/** What a bulletin is filtered by beside its words. */
const topics = ['kind', 'business', 'function'] as const;

interface PageFilter {
  readonly kind?: BulletinKind;
  readonly business?: UnionBusiness;
  readonly function?: ResourceFunction;
  readonly q?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

@Injectable()
export class BulletinRepository {
  constructor(private readonly audiences: AudienceRepository) {}

  async find(tx: Transaction, id: string): Promise<BulletinRecord | null> {
    const row = await tx.sql.findOne(BulletinRow, { where: { id } });
    const [record] = row === null ? [] : await this.records(tx, [row]);
    return record ?? null;
  }

  lock(tx: Transaction, id: string): Promise<BulletinRow | null> {
    return tx.sql.findOne(BulletinRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: BulletinRow): Promise<void> {
    await tx.sql.insert(BulletinRow, row);
  }

  async update(tx: Transaction, row: BulletinRow): Promise<void> {
    await tx.sql.update(BulletinRow, { id: row.id }, row);
  }

  /** Adds a revision, or writes that of a draft anew. */
  async putRevision(tx: Transaction, row: BulletinRevisionRow): Promise<void> {
    await tx.sql.upsert(BulletinRevisionRow, row, ['bulletinId', 'number']);
  }

  revision(tx: Transaction, bulletinId: string, number: number): Promise<BulletinRevisionRow | null> {
    return tx.sql.findOne(BulletinRevisionRow, { where: { bulletinId, number } });
  }

  /** All of them without their words, the newest first. */
  revisions(
    tx: Transaction,
    bulletinId: string,
  ): Promise<Pick<BulletinRevisionRow, 'number' | 'note' | 'createdAt'>[]> {
    return tx.sql.find(BulletinRevisionRow, {
      select: { number: true, note: true, createdAt: true },
      where: { bulletinId },
      order: { number: 'DESC' },
    });
  }

  /** How many other unions show a bulletin that cites it. */
  async citedByUnions(tx: Transaction, { id, unionId }: BulletinRow): Promise<number> {
    const rows: { unions: number }[] = await tx.sql.query(
      `SELECT count(DISTINCT b.union_id)::int AS unions FROM bulletin b
       WHERE b.cites_id = $1 AND b.union_id <> $2 AND b.state = 'published' AND b.shown_from <= $3`,
      [id, unionId, tx.now],
    );
    return rows[0]?.unions ?? 0;
  }

  /** What is shown to some audiences now: pinned ones first, then the newest. */
  async shownTo(
    tx: Transaction,
    keys: readonly string[],
    filter: PageFilter & { readonly of?: Followed },
  ): Promise<BulletinRecord[]> {
    const values: unknown[] = [];
    const bind = placeholdersIn(values);
    const now = bind(tx.now);
    const conditions = [
      `b.state = 'published'`,
      `b.shown_from <= ${now}`,
      `(b.shown_until IS NULL OR b.shown_until > ${now})`,
    ];
    for (const topic of topics) {
      const chosen = filter[topic];
      if (chosen !== undefined) conditions.push(`b.${topic} = ${bind(chosen)}`);
    }
    if (filter.q !== undefined) conditions.push(titleHas(filter.q, bind));
    if (filter.of !== undefined) conditions.push(isFollowed(filter.of, bind));
    const [pinned, shownFrom, id] = decodeCursor(filter.cursor, 3) ?? [null, null, null];
    if (id !== null)
      conditions.push(`(b.is_pinned, b.shown_from, b.id)
        < (${bind(pinned)}::integer::boolean, ${bind(shownFrom)}::timestamptz, ${bind(id)}::uuid)`);
    const order = (row: string): string => `${row}.is_pinned DESC, ${row}.shown_from DESC, ${row}.id DESC`;
    const limit = bind(rowsFor(filter.limit));
    // A walk of each audience's own index: one over all of them would sort everything that is public.
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT found.id FROM unnest(${bind([...keys])}::text[]) AS own(key) CROSS JOIN LATERAL (
         SELECT b.id, b.is_pinned, b.shown_from FROM bulletin b
         WHERE b.audience_key = own.key AND ${conditions.join(' AND ')}
         ORDER BY ${order('b')} LIMIT ${limit}) AS found
       ORDER BY ${order('found')} LIMIT ${limit}`,
      values,
    );
    return this.byIds(
      tx,
      rows.map((row) => row.id),
    );
  }

  /** What somebody must read now and has confirmed under none of their ids, what is shown longest first. */
  async toConfirm(
    tx: Transaction,
    reader: {
      readonly keys: readonly string[];
      /** Their union and those above it, whose members are asked; of others' bulletins only those for their neighbours are. */
      readonly upwards: readonly string[];
      readonly personIds: readonly string[];
    },
  ): Promise<BulletinRecord[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT b.id FROM bulletin b
       WHERE b.must_read AND b.state = 'published' AND b.audience_key = ANY($2::text[])
         AND (b.union_id = ANY($1::uuid[]) OR b.audience = 'neighbours')
         AND b.shown_from <= $4 AND (b.shown_until IS NULL OR b.shown_until > $4)
         AND NOT EXISTS (
           SELECT FROM bulletin_receipt r WHERE r.bulletin_id = b.id AND r.person_id = ANY($3::uuid[]))
       ORDER BY b.shown_from, b.id LIMIT $5`,
      [reader.upwards, reader.keys, reader.personIds, tx.now, bulletinsToConfirmMax],
    );
    return this.byIds(
      tx,
      rows.map(({ id }) => id),
    );
  }

  /** Those of the unions in some subtrees, newest first. */
  async ofUnions(
    tx: Transaction,
    filter: PageFilter & {
      readonly paths: readonly string[];
      readonly state: BulletinState;
      readonly unionId?: string;
    },
  ): Promise<BulletinRecord[]> {
    const query = tx.sql
      .createQueryBuilder(BulletinRow, 'b')
      .where('b.state = :state', { state: filter.state })
      .orderBy('b.id', 'DESC')
      .limit(rowsFor(filter.limit));
    if (filter.unionId !== undefined) query.andWhere('b.union_id = :unionId', { unionId: filter.unionId });
    for (const topic of topics) {
      const chosen = filter[topic];
      if (chosen !== undefined) query.andWhere(`b.${topic} = :${topic}`, { [topic]: chosen });
    }
    if (filter.q !== undefined)
      query.andWhere('(b.title ILIKE :contained OR b.pinyin LIKE :typed)', titlePatternsOf(filter.q));
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('b.id < :before', { before: cursor[0] });
    const rows = await newestWithin(tx, query, subtreesOf(filter.paths), (union) => `b.union_id = ${union}`);
    return this.records(tx, rows);
  }

  /** In the order of the ids. */
  async byIds(tx: Transaction, ids: readonly string[]): Promise<BulletinRecord[]> {
    if (ids.length === 0) return [];
    const rows = await tx.sql.find(BulletinRow, { where: { id: In([...ids]) } });
    const records = await this.records(tx, rows);
    return ids.flatMap((id) => records.filter((record) => record.id === id));
  }

  private async records(tx: Transaction, rows: readonly BulletinRow[]): Promise<BulletinRecord[]> {
    const isAnyTargeted = rows.some(({ audience }) => isTargeted(audience));
    const keys = new Set(isAnyTargeted ? await this.audiences.keysOf(tx, tx.call.actor) : []);
    const records = await withUnions(tx, rows);
    return records.map((record) => ({ ...record, isTarget: keys.has(record.audienceKey) }));
  }
}

/** Of a union that is followed, or of a kind or tag that is and from the reader's own part of the tree. */
function isFollowed(followed: Followed, bind: (value: unknown) => string): string {
  const { unionIds, kinds, businesses, functions, upwards } = followed;
  return `(b.union_id = ANY(${bind([...unionIds])}::uuid[])
    OR ((b.kind = ANY(${bind([...kinds])}::text[]) OR b.business = ANY(${bind([...businesses])}::text[])
         OR b.function = ANY(${bind([...functions])}::text[]))
      AND b.union_id = ANY(${bind([...upwards])}::uuid[])))`;
}

/** Wherever it stands in the title, or in its pinyin. */
function titleHas(q: string, bind: (value: unknown) => string): string {
  const { contained, typed } = titlePatternsOf(q);
  return `(b.title ILIKE ${bind(contained)} OR b.pinyin LIKE ${bind(typed)})`;
}
