import { connect, type NatsConnection } from '@nats-io/transport-node';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, DiscoveryModule } from '@nestjs/core';
import { type Clock, systemClock } from '@gongxiang/domain';
import {
  createLogger,
  createMetrics,
  type DatabaseConfig,
  type Logger,
  type Metrics,
  startTracing,
} from '@gongxiang/observability';
import { createDataSource, isDatabaseAway, Transactions } from '@gongxiang/persistence';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { type ConsumerTools, Push } from '../events/index.js';
import { FileDrops, FileStore } from '../files/index.js';
import { natsOptions, RequestWatch, RpcErrorFilter } from '../rpc/index.js';
import { HealthController } from './health.controller.js';
import { operationsController } from './operations.controller.js';
import { EventRuntime } from './event-runtime.js';
import { CLOCK, CONFIG, EVENT_TOOLS, LOGGER, METRICS, NATS, SERVICE, TRACING } from './tokens.js';

export interface ServiceOptions {
  /** The service's name: its schema, its queue group, its NATS user and the first word of its subjects. */
  readonly name: string;
  readonly config: DatabaseConfig;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly clock?: Clock;
}

/**
 * Everything that stands beneath a service's features, once and for all of them: configuration, database, NATS, clock,
 * logger, metrics, health, outbox relay, consumers, due work and the operators' calls.
 */
@Module({})
export class ServiceModule {
  static forRoot(options: ServiceOptions): DynamicModule {
    const logger = createLogger({ service: options.name, level: options.config.logLevel });
    const values = [
      { provide: CONFIG, useValue: options.config },
      { provide: CLOCK, useValue: options.clock ?? systemClock },
      { provide: LOGGER, useValue: logger },
      { provide: METRICS, useValue: createMetrics(options.name) },
      { provide: SERVICE, useValue: options.name },
    ];
    return {
      module: ServiceModule,
      global: true,
      imports: [DiscoveryModule],
      controllers: [HealthController, operationsController(options.name) as Type],
      providers: [
        ...values,
        ...connections(options),
        ...edges(options),
        EventRuntime,
        {
          provide: TRACING,
          useFactory: () => startTracing(options.name, options.config, logger),
        },
      ],
      exports: [
        ...values.map(({ provide }) => provide),
        DataSource,
        NATS,
        Transactions,
        Push,
        FileStore,
        FileDrops,
        EventRuntime,
      ],
    };
  }
}

type EventDependencies = [NatsConnection, DataSource, Transactions, Logger, Metrics];

function connections(options: ServiceOptions): NonNullable<DynamicModule['providers']> {
  const { config, name, entities } = options;
  return [
    {
      provide: DataSource,
      useFactory: () =>
        createDataSource({
          url: config.databaseUrl,
          schema: name,
          entities,
          poolSize: config.poolSize,
        }).initialize(),
    },
    {
      provide: NATS,
      useFactory: () => connect({ ...natsOptions(config.natsUrl, name), waitOnFirstConnect: true }),
    },
    {
      provide: Transactions,
      useFactory: (dataSource: DataSource, clock: Clock) => new Transactions(dataSource, clock),
      inject: [DataSource, CLOCK],
    },
    { provide: Push, useFactory: (nats: NatsConnection) => new Push(nats), inject: [NATS] },
    {
      provide: EVENT_TOOLS,
      useFactory: (
        ...[nats, dataSource, transactions, logger, metrics]: EventDependencies
      ): ConsumerTools => ({
        nats,
        dataSource,
        transactions,
        logger,
        metrics,
        redeliveryMs: config.redeliveryMs,
      }),
      inject: [NATS, DataSource, Transactions, LOGGER, METRICS],
    },
    { provide: FileStore, useFactory: (nats: NatsConnection) => new FileStore(nats), inject: [NATS] },
    {
      provide: FileDrops,
      useFactory: (...[transactions, files, logger]: ConstructorParameters<typeof FileDrops>) =>
        new FileDrops(transactions, files, logger),
      inject: [Transactions, FileStore, LOGGER],
    },
  ];
}

function edges(options: ServiceOptions): NonNullable<DynamicModule['providers']> {
  return [
    {
      provide: RequestWatch,
      useFactory: (logger: Logger, metrics: Metrics) =>
        new RequestWatch(logger, metrics, options.config.maxConcurrency),
      inject: [LOGGER, METRICS],
    },
    {
      provide: APP_FILTER,
      useFactory: (logger: Logger) => new RpcErrorFilter(logger, isDatabaseAway),
      inject: [LOGGER],
    },
  ];
}
