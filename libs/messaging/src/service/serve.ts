import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  type DataKeyConfig,
  endOnSignals,
  type Logger,
  mapStacks,
  type Metrics,
  NestLogger,
  tellFaults,
} from '@gongxiang/observability';
import { RequestWatch, RpcServer } from '../rpc/index.js';
import { LOGGER, METRICS } from './tokens.js';

/** What a service that answers requests is told besides. */
export interface ServedConfig extends DataKeyConfig {
  /** 32 bytes, base64: the gateway seals this service's requests with it. Nobody else knows it. */
  readonly rpcKey: string;
}

/** Starts a service: it answers its subjects as one of its queue group, and tells its health and metrics over HTTP. */
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
  tellFaults(logger, app.get<Metrics>(METRICS));
  endOnSignals(logger, () => app.close());
  const server = new RpcServer(name, config.natsUrl, config.rpcKey, app.get(RequestWatch));
  app.connectMicroservice<MicroserviceOptions>({ strategy: server }, { inheritAppConfig: true });
  await app.startAllMicroservices();
  await app.listen(config.port, config.listenAddress);
  logger.info({ port: config.port }, `${name} is ready`);
  return app;
}
