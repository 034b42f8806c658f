import { connect, type NatsConnection } from '@nats-io/transport-node';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import {
  allBriefFiles,
  earlierUploads,
  FileStore,
  openStore,
  servicesFiles,
  type Store,
  UploadQuota,
  uploads,
} from '@gongxiang/messaging/files';
import { natsOptions, RpcClient } from '@gongxiang/messaging/rpc';
import { type Logger, type Metrics, startTracing } from '@gongxiang/observability';
import type { GatewayConfig } from './config.js';
import { evaluationControllers } from './evaluation/index.js';
import { ActorDirectory } from './http/actor-directory.js';
import { AuthenticationGuard } from './http/authentication.guard.js';
import { ProblemFilter } from './http/problem.filter.js';
import { BriefDownload } from './http/brief-download.js';
import { PublicReads } from './http/public-reads.js';
import { UploadHandOver } from './http/upload-hand-over.js';
import { EventsController } from './live/events.controller.js';
import { membershipControllers } from './membership/index.js';
import { FileController } from './operations/file.controller.js';
import { HealthController } from './operations/health.controller.js';
import { JobController } from './operations/job.controller.js';
import { OperationsController } from './operations/operations.controller.js';
import { ShareCards } from './portal/share-cards.js';
import { settlementControllers } from './settlement/index.js';
import { sharingControllers } from './sharing/index.js';
import { BRIEF_FILES, CONFIG, LOGGER, METRICS, NATS, STORE, TRACING } from './tokens.js';

@Module({})
export class GatewayModule implements OnApplicationShutdown {
  constructor(
    @Inject(NATS) private readonly nats: NatsConnection,
    @Inject(STORE) private readonly store: Store,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.nats.close(), this.store.nats.close()]);
  }

  static with(
    config: GatewayConfig,
    tools: { readonly logger: Logger; readonly metrics: Metrics },
  ): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [
        HealthController,
        EventsController,
        FileController,
        JobController,
        OperationsController,
        ...membershipControllers,
        ...sharingControllers,
        ...settlementControllers,
        ...evaluationControllers,
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: tools.logger },
        { provide: METRICS, useValue: tools.metrics },
        { provide: TRACING, useFactory: () => startTracing('gateway', config, tools.logger) },
        { provide: RpcClient, useFactory: () => new RpcClient(config.natsUrl, rpcKeysOf(config)) },
        {
          provide: NATS,
          useFactory: () => connect({ ...natsOptions(config.natsUrl, 'gateway'), waitOnFirstConnect: true }),
        },
        {
          provide: STORE,
          useFactory: (nats: NatsConnection) => openStore(config.natsStoreUrl, 'gateway', nats),
          inject: [NATS],
        },
        {
          provide: FileStore,
          useFactory: (store: Store) => new FileStore(store, uploads, [earlierUploads, ...servicesFiles]),
          inject: [STORE],
        },
        { provide: UploadQuota, useFactory: (store: Store) => new UploadQuota(store), inject: [STORE] },
        {
          provide: BRIEF_FILES,
          useFactory: (store: Store) => new FileStore(store, uploads, allBriefFiles),
          inject: [STORE],
        },
        ActorDirectory,
        PublicReads,
        BriefDownload,
        ShareCards,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AuthenticationGuard },
        { provide: APP_INTERCEPTOR, useClass: UploadHandOver },
      ],
    };
  }
}

function rpcKeysOf(config: GatewayConfig): Record<string, string> {
  return {
    membership: config.membershipRpcKey,
    sharing: config.sharingRpcKey,
    settlement: config.settlementRpcKey,
    evaluation: config.evaluationRpcKey,
  };
}
