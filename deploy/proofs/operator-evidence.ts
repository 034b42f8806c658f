import { SERVICE_NAMES } from '../local/services.js';
import { withDatabase } from './fixtures.js';
import type { Evidence } from './linking.js';
import type { TalkativePostgres } from './overheard.js';
import type { SpanReceiver } from './span-receiver.js';
import { connectAsAdmin } from './streams.js';
import type { TestPlatform } from './test-platform.js';

const slot = 'operator';

/** Everything that those have who run the platform and keep whatever it lets them keep. */
export interface Operator {
  /** All of it at this moment. */
  everything(): Promise<Evidence[]>;
  /** What is left to whoever comes later: the tables. */
  tables(): Promise<Evidence[]>;
  stop(): Promise<void>;
}

/** From now on the operator hears every message, and keeps the write-ahead log. */
export async function startOperator(
  platform: TestPlatform,
  { postgres, collector }: { readonly postgres: TalkativePostgres; readonly collector: SpanReceiver },
): Promise<Operator> {
  const nats = await connectAsAdmin(platform);
  const heard: string[] = [];
  nats.subscribe('>', {
    callback: (error, message) => {
      if (error === null) heard.push(`${message.subject} ${message.string()}`);
    },
  });
  await nats.flush();
  await withDatabase(platform, (sql) =>
    sql.query(`SELECT pg_create_logical_replication_slot($1, 'test_decoding')`, [slot]),
  );
  const tables = (): Promise<Evidence[]> => withDatabase(platform, tablesIn);
  return {
    tables,
    everything: async () => [
      ...(await tables()),
      { where: 'the write-ahead log', text: await withDatabase(platform, changesIn) },
      ...SERVICE_NAMES.map((name) => ({ where: `the log of ${name}`, text: platform.logOf(name) })),
      { where: 'what was bound to statements', text: postgres.parameters() },
      { where: 'the statements', text: postgres.statements() },
      { where: 'the traces', text: collector.raw() },
      { where: 'the messages of NATS', text: heard.join('\n') },
    ],
    stop: () => nats.close(),
  };
}

interface Sql {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

/** Each row of each table: as they lie in the file, and in the order of the transactions that wrote them. */
async function tablesIn(sql: Sql): Promise<Evidence[]> {
  const { rows } = await sql.query(
    `SELECT table_schema || '.' || quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const evidence: Evidence[] = [];
  for (const name of rows.map((row) => String(row['name'])))
    for (const order of ['ctid', 'xmin::text::bigint, ctid']) {
      const found = await sql.query(`SELECT t::text AS row FROM ${name} t ORDER BY ${order}`);
      const text = found.rows.map((row) => String(row['row'])).join('\n');
      evidence.push({ where: `${name} by ${order.split(':')[0] ?? order}`, text });
    }
  return evidence;
}

async function changesIn(sql: Sql): Promise<string> {
  const { rows } = await sql.query(`SELECT data FROM pg_logical_slot_peek_changes($1, NULL, NULL)`, [slot]);
  return rows.map((row) => String(row['data'])).join('\n');
}
