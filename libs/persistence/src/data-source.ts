import { currentTraceparent, failureOf, isRecorded, openSpan } from '@gongxiang/observability';
import pg from 'pg';
import { DataSource, type EntityTarget, type MigrationInterface, type ObjectLiteral } from 'typeorm';
import { SnakeNaming } from './naming.js';
import { describeStatement } from './statement.js';

export interface DataSourceOptions {
  readonly url: string;
  /** The schema of the service; its roles are `<schema>` and `<schema>_owner`. */
  readonly schema: string;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations?: readonly (new () => MigrationInterface)[];
  readonly poolSize?: number;
}

const dateType = 1082;
const bigintType = 20;

/** Dates stay text (a Date would have a zone), and 64-bit numbers become bigint (a number would lose digits). */
const types = {
  getTypeParser(id: number, format?: 'text' | 'binary'): unknown {
    if (id === dateType) return (text: string) => text;
    if (id === bigintType) return (text: string) => BigInt(text);
    return pg.types.getTypeParser(id, format);
  },
};

/** Adds the trace to each statement as a comment, so that a slow query in PostgreSQL's log names the request it served. */
class TracedClient extends pg.Client {
  override query(...args: never[]): never {
    const traceparent = currentTraceparent();
    const [first, ...rest] = args as unknown as [unknown, ...unknown[]];
    if (traceparent === null || typeof first !== 'string')
      return (super.query as (...all: unknown[]) => never).call(this, first, ...rest);
    const span = isRecorded(traceparent) ? openSpan(traceparent, describeStatement(first)) : null;
    const comment = `/*traceparent='${span?.traceparent ?? traceparent}'*/`;
    const answer = (super.query as (...all: unknown[]) => never).call(this, `${first} ${comment}`, ...rest);
    if (span !== null)
      void Promise.resolve(answer).then(
        () => span.end(),
        (error: unknown) => span.end(failureOf(error)),
      );
    return answer;
  }
}

class TracedPool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    // `Client` is read by pg-pool and missing from its types.
    super({ ...config, Client: TracedClient });
  }
}

export function createDataSource(options: DataSourceOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    driver: { ...pg, Pool: TracedPool },
    url: options.url,
    schema: options.schema,
    entities: [...options.entities] as never[],
    migrations: [...(options.migrations ?? [])],
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    poolSize: options.poolSize ?? 10,
    connectTimeoutMS: 5_000,
    // Pipelining: a statement that does not depend on the previous result is sent without waiting for it.
    extra: { types, keepAlive: true, statement_timeout: 30_000, pipeline: true },
  });
}

/** Connection counts of the pool, for the metrics. */
export function poolState(dataSource: DataSource): { total: number; idle: number; waiting: number } {
  const pool = (dataSource.driver as unknown as { master?: pg.Pool }).master;
  return { total: pool?.totalCount ?? 0, idle: pool?.idleCount ?? 0, waiting: pool?.waitingCount ?? 0 };
}
