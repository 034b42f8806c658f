import { systemClock } from '@gongxiang/domain';
import { createLogger, DataKeyConfig, loadConfig, type Logger } from '@gongxiang/observability';
import {
  createDataSource,
  dataCipher,
  keptAnswers,
  reseal,
  type ResealOptions,
  type ResealResult,
  type SealedPlace,
  Transactions,
} from '@gongxiang/persistence';

class ResealConfig extends DataKeyConfig {
  override natsUrl = 'nats://unused';
}

const logIntervalMs = 5_000;

/**
 * Re-encrypts the sealed values of a service, and its stored idempotency answers, under the current key. It runs as
 * the service's own role while the service is up, and may be interrupted.
 */
export async function runReseal(service: string, places: readonly SealedPlace[]): Promise<void> {
  const config = loadConfig(ResealConfig, process.env);
  const logger = createLogger({ service: `${service} reseal`, level: config.logLevel });
  const cipher = dataCipher(config);
  const key = cipher.mark.slice(0, -1);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const dataSource = createDataSource({
    url: config.databaseUrl,
    schema: service,
    entities: [],
    poolSize: 2,
  });
  await dataSource.initialize();
  try {
    const result = await reseal(new Transactions(dataSource, systemClock, cipher), {
      service,
      places: [...places, keptAnswers],
      cipher,
      signal: stop.signal,
      onProgress: progressLogger(logger),
    });
    logResult(logger, key, result);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    logger.warn({ key }, 'broken off; what was sealed stays, and another run does the rest');
    process.exitCode = 1;
  } finally {
    await dataSource.destroy();
  }
}

function progressLogger(logger: Logger): NonNullable<ResealOptions['onProgress']> {
  let loggedAt = Date.now();
  return (progress) => {
    if (Date.now() - loggedAt < logIntervalMs) return;
    loggedAt = Date.now();
    logger.info(progress, 'sealing anew');
  };
}

function logResult(logger: Logger, key: string, { resealed, left, problems }: ResealResult): void {
  if (left === 0) {
    logger.info(
      { key, resealed },
      'everything is sealed under this key: DATA_KEY_PREVIOUS is needed no longer',
    );
    return;
  }
  for (const problem of problems) logger.error({ problem }, 'a value could not be sealed anew');
  logger.error(
    { key, resealed, left },
    'these values are as they were: add the keys that they name to DATA_KEY_PREVIOUS, and run this again',
  );
  process.exitCode = 1;
}
