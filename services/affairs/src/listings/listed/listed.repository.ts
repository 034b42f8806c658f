import {
  decodeCursor,
  newestWithin,
  placeholdersIn,
  rowsFor,
  subtreesOf,
  titlePatternsOf,
  type Transaction,
} from '@gongxiang/persistence';
import { type EntityTarget, In, type ObjectLiteral } from 'typeorm';
import { withUnions, type WithUnion } from '../../reference/with-unions.js';

/** What every listing has: a table of its own, and the columns that both lists read. */
export interface ListedRow extends ObjectLiteral {
  readonly id: string;
  readonly unionId: string;
  readonly publishedAt: Date | null;
}

export interface PageFilter {
  readonly district?: string;
  /** A part of what it is called, its pinyin, or a part of its district. */
  readonly q?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** Binds a value and gives its placeholder. */
type Bind = (value: unknown) => string;

interface Listing<Row extends ListedRow> {
  readonly row: EntityTarget<Row>;
  readonly table: 'vacancy' | 'benefit';
  /** What else narrows a list, with `l` as the alias of the table. */
  readonly conditions: (bind: Bind) => string[];
}

/** What is shown to some audiences on a day, the latest published first. */
export async function shownTo<Row extends ListedRow>(
  tx: Transaction,
  { row, table, conditions }: Listing<Row>,
  { keys, today, ...filter }: PageFilter & { readonly keys: readonly string[]; readonly today: string },
): Promise<WithUnion<Row>[]> {
  const values: unknown[] = [];
  const bind = placeholdersIn(values);
  const narrowed = [
    `l.state = 'published'`,
    'l.hidden_at IS NULL',
    `l.until >= ${bind(today)}::date`,
    ...narrowedBy(filter, bind),
    ...conditions(bind),
  ];
  const [publishedAt, id] = decodeCursor(filter.cursor, 2) ?? [null, null];
  if (id !== null)
    narrowed.push(`(l.published_at, l.id) < (${bind(publishedAt)}::timestamptz, ${bind(id)}::uuid)`);
  const order = (alias: string): string => `${alias}.published_at DESC, ${alias}.id DESC`;
  const limit = bind(rowsFor(filter.limit));
  // A walk of each audience's own index: one over all of them would sort everything that is public.
  const rows: { id: string }[] = await tx.sql.query(
    `SELECT found.id FROM unnest(${bind([...keys])}::text[]) AS own(key) CROSS JOIN LATERAL (
       SELECT l.id, l.published_at FROM ${table} l
       WHERE l.audience_key = own.key AND ${narrowed.join(' AND ')}
       ORDER BY ${order('l')} LIMIT ${limit}) AS found
     ORDER BY ${order('found')} LIMIT ${limit}`,
    values,
  );
  return byIds(
    tx,
    row,
    rows.map((one) => one.id),
  );
}

/** Those of the unions in some subtrees in one state, newest first. */
export async function ofUnions<Row extends ListedRow>(
  tx: Transaction,
  { row, conditions }: Listing<Row>,
  { paths, state, ...filter }: PageFilter & { readonly paths: readonly string[]; readonly state: string },
): Promise<WithUnion<Row>[]> {
  const parameters: Record<string, unknown> = {};
  const bind: Bind = (value) => {
    const name = `listed${Object.keys(parameters).length}`;
    parameters[name] = value;
    return `:${name}`;
  };
  const query = tx.sql
    .createQueryBuilder(row, 'l')
    .where('l.state = :state', { state })
    .orderBy('l.id', 'DESC')
    .limit(rowsFor(filter.limit));
  const narrowed = [...narrowedBy(filter, bind), ...conditions(bind)];
  for (const condition of narrowed) query.andWhere(condition);
  query.setParameters(parameters);
  const before = decodeCursor(filter.cursor, 1)?.[0];
  if (before != null) query.andWhere('l.id < :before', { before });
  const rows = await newestWithin(tx, query, subtreesOf(paths), (union) => `l.union_id = ${union}`);
  return withUnions(tx, rows);
}

/** In the order of the ids. */
async function byIds<Row extends ListedRow>(
  tx: Transaction,
  row: EntityTarget<Row>,
  ids: readonly string[],
): Promise<WithUnion<Row>[]> {
  if (ids.length === 0) return [];
  const rows = await tx.sql
    .createQueryBuilder(row, 'l')
    .where({ id: In([...ids]) })
    .getMany();
  const records = await withUnions(tx, rows);
  const found = new Map(records.map((record) => [record.id, record]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

function narrowedBy({ district, q }: PageFilter, bind: Bind): string[] {
  const conditions: string[] = [];
  if (district !== undefined) conditions.push(`l.district = ${bind(district)}`);
  if (q !== undefined) {
    const { contained, typed } = titlePatternsOf(q);
    const within = bind(contained);
    conditions.push(
      `(l.found_by ILIKE ${within} OR l.pinyin LIKE ${bind(typed)} OR l.district ILIKE ${within})`,
    );
  }
  return conditions;
}
