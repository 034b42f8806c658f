import 'reflect-metadata';
import { DatabaseConfig, loadConfig } from '@gongxiang/observability';
import { createDataSource, verifyChain } from '@gongxiang/persistence';
import { entryChain } from './ledger/entry-chain.js';

/** Computes the chain of entries again, as the service's own role, while the service runs. Ends with 1 where something does not fit. */
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
