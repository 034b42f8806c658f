import type { EntityManager } from 'typeorm';

const idPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** The present ids of merged persons, by the ids that they stand for. */
export type Aliases = ReadonlyMap<string, string>;

type Sql = Pick<EntityManager, 'query'>;

/** The aliases among all ids that occur anywhere in some data. */
export async function aliasesIn(sql: Sql, data: unknown): Promise<Aliases> {
  const ids = [...new Set(JSON.stringify(data ?? null).match(idPattern) ?? [])];
  if (ids.length === 0) return new Map();
  const rows: AliasRow[] = await sql.query(
    'SELECT from_id AS "from", into_id AS "into" FROM person_alias WHERE from_id = ANY($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ from, into }) => [from, into]));
}

/** The same data with the present id wherever an alias stands, also within longer texts such as keys. */
export function withPresentIds<Data>(data: Data, aliases: Aliases): Data {
  if (aliases.size === 0) return data;
  const present = (text: string): string =>
    text.replace(idPattern, (id) => aliases.get(id.toLowerCase()) ?? id);
  return replaced(data, present) as Data;
}

function replaced(value: unknown, present: (text: string) => string): unknown {
  if (typeof value === 'string') return present(value);
  if (Array.isArray(value)) return value.map((one) => replaced(one, present));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replaced(one, present)]));
}

interface AliasRow {
  readonly from: string;
  readonly into: string;
}

/** Calls that arrive within this time of a merge may still use the old id; what they write is moved afterwards. */
export const aliasesStaleMs = 1_000;

/**
 * All aliases of a service, for the ids in its calls. Hardly any person is ever merged, so that they are few; they
 * are read again once they are a second old, and used only if they are not older.
 */
export class KnownAliases {
  private aliases: Aliases = new Map();
  private former: ReadonlyMap<string, readonly string[]> = new Map();
  private readAt = Number.NEGATIVE_INFINITY;
  private reading: Promise<void> | null = null;

  constructor(
    private readonly sql: Sql,
    private readonly now: () => number = () => performance.now(),
  ) {}

  async present<Data>(data: Data): Promise<Data> {
    if (this.now() - this.readAt > aliasesStaleMs) await this.read();
    return withPresentIds(data, this.aliases);
  }

  /** The other ids of a person, as they were last read. */
  formerIds(personId: string): readonly string[] {
    return this.former.get(personId) ?? [];
  }

  private read(): Promise<void> {
    this.reading ??= this.readNow().finally(() => (this.reading = null));
    return this.reading;
  }

  private async readNow(): Promise<void> {
    const startedAt = this.now();
    const rows: AliasRow[] = await this.sql.query(
      'SELECT from_id AS "from", into_id AS "into" FROM person_alias ORDER BY from_id',
    );
    this.aliases = new Map(rows.map(({ from, into }) => [from, into]));
    const former = new Map<string, string[]>();
    for (const { from, into } of rows) former.set(into, [...(former.get(into) ?? []), from]);
    this.former = former;
    this.readAt = startedAt;
  }
}
