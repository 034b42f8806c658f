import { connect, type NatsConnection } from '@nats-io/transport-node';
import { type DynamicModule, Module, type Provider, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { callsIn } from '@gongxiang/contracts/core/exported';
import { type Clock, systemClock } from '@gongxiang/domain';
import {
  createLogger,
  createMetrics,
  type DataKeyConfig,
  type HealthCheck,
  type Logger,
  type Metrics,
  startTracing,
} from '@gongxiang/observability';
import {
  connectDatabase,
  createDataSource,
  dataCipher,
  keptAnswers,
  KnownAliases,
  type SealedPlace,
  sealPlain,
  Transactions,
} from '@gongxiang/persistence';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { type ConsumerTools, Push } from '../events/index.js';
import { FileDrops, filesOf, FileStore, openStore, type Store, StoredFiles } from '../files/index.js';
import { natsOptions, RequestWatch, RpcServer } from '../rpc/index.js';
import { Threads } from '../threads/index.js';
import { awaitsDigests, isNotifying } from './awaits-digests.js';
import { HealthController } from './health.controller.js';
import { operationsService } from './operations.service.js';
import { EventRuntime } from './event-runtime.js';
import {
  CLOCK,
  CONFIG,
  EVENT_TOOLS,
  HEALTH_CHECKS,
  LOGGER,
  METRICS,
  NATS,
  SERVICE,
  STORE,
  SUBJECTS,
  TRACING,
} from './tokens.js';

/** Configuration of a service that handles requests. */
export interface ServedConfig extends DataKeyConfig {
  /** 32 bytes, base64: the key with which the gateway seals this service's requests. Only the two know it. */
  readonly rpcKey: string;
}

export interface ServiceOptions {
  /** The service's name: its schema, its queue group, its NATS user and the first word of its subjects. */
  readonly name: string;
  readonly config: ServedConfig;
  /** All that the list of the service's contracts exports, see `all/<service>.ts` there. */
  readonly contracts: object;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly clock?: Clock;
  /**
   * Columns that an earlier version stored in plain text and that are sealed now, besides the stored answers that
   * every service has.
   */
  readonly sealedSince?: readonly SealedPlace[];
  /** Health checks of dependencies other than database and NATS. */
  readonly checks?: readonly HealthCheck[];
}

/**
 * The infrastructure of a service: configuration, database, NATS, clock, logger, metrics, health, outbox relay,
 * consumers, due work and the operators' calls.
 */
@Module({})
export class ServiceModule {
  static forRoot(options: ServiceOptions): DynamicModule {
    const logger = createLogger({ service: options.name, level: options.config.logLevel });
    const values = [
      { provide: CONFIG, useValue: options.config },
      { provide: SUBJECTS, useValue: callsIn(options.contracts).map(({ contract }) => contract.subject) },
      { provide: CLOCK, useValue: options.clock ?? systemClock },
      { provide: LOGGER, useValue: logger },
      { provide: METRICS, useValue: createMetrics(options.name) },
      { provide: SERVICE, useValue: options.name },
      { provide: HEALTH_CHECKS, useValue: options.checks ?? [] },
    ];
    return {
      module: ServiceModule,
      global: true,
      imports: [DiscoveryModule],
      controllers: [HealthController],
      providers: [
        ...values,
        ...connections(options),
        rpcServer(options),
        operationsService(options.name) as Type,
        ...(isNotifying(options.name) ? [awaitsDigests(options.name) as Type] : []),
        EventRuntime,
        { provide: Threads, useFactory: (own: Logger) => new Threads(own), inject: [LOGGER] },
        {
          provide: TRACING,
          useFactory: () => startTracing(options.name, options.config, logger),
        },
      ],
      exports: [
        ...values.map(({ provide }) => provide),
        DataSource,
        NATS,
        STORE,
        Transactions,
        Push,
        FileStore,
        FileDrops,
        StoredFiles,
        EventRuntime,
        Threads,
      ],
    };
  }
}

type EventDependencies = [Store, DataSource, Transactions, Logger, Metrics];

function connections(options: ServiceOptions): NonNullable<DynamicModule['providers']> {
  const { config, name, entities, sealedSince = [] } = options;
  return [
    {
      provide: DataSource,
      useFactory: () =>
        connectDatabase(
          createDataSource({
            url: config.databaseUrl,
            schema: name,
            entities,
            poolSize: config.poolSize,
          }),
        ),
    },
    {
      provide: NATS,
      useFactory: () => connect({ ...natsOptions(config.natsUrl, name), waitOnFirstConnect: true }),
    },
    {
      provide: STORE,
      useFactory: (nats: NatsConnection) => openStore(config.natsStoreUrl, name, nats),
      inject: [NATS],
    },
    {
      provide: Transactions,
      // Every feature depends on it, so nothing is handled before the sealing is done.
      useFactory: async (dataSource: DataSource, clock: Clock, logger: Logger) => {
        const cipher = dataCipher(config);
        const transactions = new Transactions(dataSource, clock, cipher);
        const sealed = await sealPlain(transactions, { cipher, places: [keptAnswers, ...sealedSince] });
        if (sealed > 0) logger.info({ sealed }, 'values that an earlier version kept plain are sealed now');
        return transactions;
      },
      inject: [DataSource, CLOCK, LOGGER],
    },
    { provide: Push, useFactory: (nats: NatsConnection) => new Push(nats), inject: [NATS] },
    {
      provide: EVENT_TOOLS,
      useFactory: (
        ...[store, dataSource, transactions, logger, metrics]: EventDependencies
      ): ConsumerTools => ({
        store,
        dataSource,
        transactions,
        logger,
        metrics,
      }),
      inject: [STORE, DataSource, Transactions, LOGGER, METRICS],
    },
    {
      provide: FileStore,
      useFactory: (store: Store) => new FileStore(store, filesOf(name)),
      inject: [STORE],
    },
    {
      provide: FileDrops,
      useFactory: (...[transactions, files, logger]: ConstructorParameters<typeof FileDrops>) =>
        new FileDrops(transactions, files, logger),
      inject: [Transactions, FileStore, LOGGER],
    },
    {
      provide: StoredFiles,
      useFactory: (transactions: Transactions, files: FileStore, drops: FileDrops) =>
        new StoredFiles(transactions, files, drops, name),
      inject: [Transactions, FileStore, FileDrops],
    },
  ];
}

function rpcServer({ name, config }: ServiceOptions): Provider {
  const { natsUrl, rpcKey: key, maxConcurrency } = config;
  return {
    provide: RpcServer,
    useFactory: (logger: Logger, metrics: Metrics, dataSource: DataSource) => {
      const watch = new RequestWatch(logger, metrics, maxConcurrency);
      const aliases = new KnownAliases(dataSource);
      return new RpcServer({ service: name, natsUrl, key, logger, watch, aliases });
    },
    inject: [LOGGER, METRICS, DataSource],
  };
}
