import { DiscoveryService, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  endOnSignals,
  type Logger,
  mapStacks,
  type Metrics,
  NestLogger,
  recordFaults,
} from '@gongxiang/observability';
import { RpcServer } from '../rpc/index.js';
import { boundHandlers } from './bound-handlers.js';
import type { ServedConfig } from './service-module.js';
import { LOGGER, METRICS, SUBJECTS } from './tokens.js';

/** Starts a service: it handles calls as a member of its queue group, and serves health and metrics over HTTP. */
export async function serve(
  name: string,
  module: object,
  config: ServedConfig,
): Promise<NestFastifyApplication> {
  mapStacks();
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    bufferLogs: true,
    abortOnError: false,
  });
  const logger = app.get<Logger>(LOGGER);
  app.useLogger(new NestLogger(logger));
  recordFaults(logger, app.get<Metrics>(METRICS));
  endOnSignals(logger, () => app.close());
  await app.init();
  const handlers = boundHandlers(name, app.get<string[]>(SUBJECTS), app.get(DiscoveryService));
  await app.get(RpcServer).listen(handlers);
  await app.listen(config.port, config.listenAddress);
  logger.info({ port: config.port }, `${name} is ready`);
  return app;
}
