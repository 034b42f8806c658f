import 'reflect-metadata';
import { DatabaseConfig, loadConfig } from '@gongxiang/observability';
import { createDataSource, verifyChain } from '@gongxiang/persistence';
import { entryChain } from './ledger/entry-chain.js';

/**
 * Recomputes the hash chain of entries with the service's database role while the service runs. Exits with 1 on a
 * mismatch.
 */
class VerifyConfig extends DatabaseConfig {
  override natsUrl = 'nats://unused';
}

const { databaseUrl } = loadConfig(VerifyConfig, process.env);
const dataSource = createDataSource({
  url: databaseUrl,
  schema: 'settlement',
  entities: [],
  poolSize: 2,
});
await dataSource.initialize();
try {
  const verdict = await verifyChain(dataSource, entryChain);
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
  process.exitCode = verdict.intact ? 0 : 1;
} finally {
  await dataSource.destroy();
}
