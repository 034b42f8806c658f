import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What a service tells Prometheus. Labels are subjects, routes and codes: never an id or a name. */
export interface Metrics {
  readonly registry: Registry;
  /** Requests, by route or subject and by code (`OK` where it went well). */
  readonly requests: Counter<'subject' | 'code'>;
  readonly durationSeconds: Histogram<'subject'>;
  readonly inFlight: Gauge;
  readonly eventsHandled: Counter<'consumer' | 'verdict'>;
  readonly outboxUnpublished: Gauge;
  readonly outboxAgeSeconds: Gauge;
  readonly consumerPending: Gauge<'consumer'>;
  readonly deadLetters: Gauge;
  readonly poolConnections: Gauge<'state'>;
}

export function createMetrics(service: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  return { registry, ...requestMetrics([registry]), ...eventMetrics([registry]) };
}

function requestMetrics(
  registers: Registry[],
): Pick<Metrics, 'requests' | 'durationSeconds' | 'inFlight' | 'poolConnections'> {
  return {
    requests: new Counter({
      name: 'gongxiang_requests_total',
      help: 'Requests answered, by subject and code',
      labelNames: ['subject', 'code'],
      registers,
    }),
    durationSeconds: new Histogram({
      name: 'gongxiang_request_duration_seconds',
      help: 'Time from the arrival of a request to its answer',
      labelNames: ['subject'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    inFlight: new Gauge({
      name: 'gongxiang_requests_in_flight',
      help: 'Requests being worked on',
      registers,
    }),
    poolConnections: new Gauge({
      name: 'gongxiang_pool_connections',
      help: 'Database connections, by state: total, idle, waiting',
      labelNames: ['state'],
      registers,
    }),
  };
}

type EventMetrics = Pick<
  Metrics,
  'eventsHandled' | 'outboxUnpublished' | 'outboxAgeSeconds' | 'consumerPending' | 'deadLetters'
>;

function eventMetrics(registers: Registry[]): EventMetrics {
  return {
    eventsHandled: new Counter({
      name: 'gongxiang_events_handled_total',
      help: 'Events handled, by consumer and verdict',
      labelNames: ['consumer', 'verdict'],
      registers,
    }),
    outboxUnpublished: new Gauge({
      name: 'gongxiang_outbox_unpublished',
      help: 'Events that are committed and not yet published',
      registers,
    }),
    outboxAgeSeconds: new Gauge({
      name: 'gongxiang_outbox_age_seconds',
      help: 'Age of the oldest unpublished event',
      registers,
    }),
    consumerPending: new Gauge({
      name: 'gongxiang_consumer_pending',
      help: 'Events that a consumer has not handled yet',
      labelNames: ['consumer'],
      registers,
    }),
    deadLetters: new Gauge({
      name: 'gongxiang_dead_letters',
      help: 'Events that could not be handled and wait for a person',
      registers,
    }),
  };
}
