import { createLogger, DatabaseConfig, loadConfig, mapStacks } from '@gongxiang/observability';
import {
  ChainWalks1763900000702,
  connectDatabase,
  createDataSource,
  FoundationTables1763600000000,
  migrate,
  PersonLooks1764811000000,
  PersonMergeTables1764500000000,
  SealedAnswers1763900000520,
  SealedRequests1763900000700,
} from '@gongxiang/persistence';
import type { MigrationInterface } from 'typeorm';
import {
  Awaited1765100000000,
  AwaitedVersions1767200000000,
  EventTables1763600000001,
  OutboxDoubt1763900000640,
  WaitingDue1763900000620,
} from '../events/index.js';

type Migration = new () => MigrationInterface;

/** The migrations of a service, after the common ones; they are applied in the order of their timestamps. */
export function withFoundation(migrations: readonly Migration[]): Migration[] {
  return [
    FoundationTables1763600000000,
    EventTables1763600000001,
    SealedAnswers1763900000520,
    WaitingDue1763900000620,
    OutboxDoubt1763900000640,
    SealedRequests1763900000700,
    ChainWalks1763900000702,
    PersonMergeTables1764500000000,
    PersonLooks1764811000000,
    Awaited1765100000000,
    AwaitedVersions1767200000000,
    ...migrations,
  ];
}

class MigrationConfig extends DatabaseConfig {
  override natsUrl = 'nats://unused';
}

/** Runs a service's pending migrations as the owner of its schema, and logs which. */
export async function runMigrations(schema: string, migrations: readonly Migration[]): Promise<void> {
  mapStacks();
  const config = loadConfig(MigrationConfig, process.env);
  const logger = createLogger({ service: `${schema} migrations`, level: config.logLevel });
  const dataSource = createDataSource({
    url: config.databaseUrl,
    schema,
    entities: [],
    migrations: withFoundation(migrations),
    poolSize: 3,
  });
  await connectDatabase(dataSource);
  try {
    const applied = await migrate(dataSource);
    logger.info({ applied }, applied.length === 0 ? 'the schema is up to date' : 'the schema was migrated');
  } finally {
    await dataSource.destroy();
  }
}
