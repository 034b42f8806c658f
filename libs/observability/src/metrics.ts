import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { checkHealth, type HealthCheck } from './health.js';

/** The Prometheus metrics of a service. Labels are subjects, routes and codes: never ids or names. */
export interface Metrics {
  readonly registry: Registry;
  /** Requests, by route or subject and by code (`OK` on success). */
  readonly requests: Counter<'subject' | 'code'>;
  readonly durationSeconds: Histogram<'subject'>;
  readonly inFlight: Gauge;
  /** Uncaught errors and unhandled rejections. */
  readonly faults: Counter;
  /** Request messages without a valid seal of the gateway, by fault. */
  readonly framesRefused: Counter<'fault'>;
  readonly eventsHandled: Counter<'consumer' | 'verdict'>;
  readonly outboxUnpublished: Gauge;
  readonly outboxAgeSeconds: Gauge;
  readonly consumerPending: Gauge<'consumer'>;
  readonly deadLetters: Gauge;
  readonly poolConnections: Gauge<'state'>;
  /** From an event's occurrence until a consumer has handled it. */
  readonly eventDelaySeconds: Histogram<'consumer'>;
  readonly dueOverdueSeconds: Gauge;
  /** Work that waits for a transient condition. */
  readonly dueWaitingSeconds: Gauge;
  readonly auditUnsealedAgeSeconds: Gauge;
  /** 1 while a part of the audit trail does not match its seal. */
  readonly auditBroken: Gauge;
}

export function createMetrics(service: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    ...requestMetrics([registry]),
    ...eventMetrics([registry]),
    ...timeMetrics([registry]),
    ...auditMetrics([registry]),
  };
}

/** Creates a gauge of a single service. */
export function makeGauge(
  { registry }: Metrics,
  about: { readonly name: string; readonly help: string },
): { set(value: number): void } {
  return new Gauge({ ...about, registers: [registry] });
}

/**
 * Creates a counter of a single service.
 * @param known what it may count: told as 0 from the start, as from nothing to 1 is no increase for an alert
 */
export function makeCounter<Label extends string>(
  { registry }: Metrics,
  {
    known,
    ...about
  }: {
    readonly name: string;
    readonly help: string;
    readonly labelNames: Label[];
    readonly known: readonly Readonly<Record<Label, string>>[];
  },
): { inc(labels: Readonly<Record<Label, string>>): void } {
  const counter = new Counter({ ...about, registers: [registry] });
  for (const labels of known) counter.inc(labels, 0);
  return counter;
}

/** Exposes readiness as a gauge, evaluated at each scrape, so that an alert need not know where a service listens. */
export function reportReadiness({ registry }: Metrics, checks: readonly HealthCheck[]): void {
  new Gauge({
    name: 'gongxiang_ready',
    help: 'Whether what the service needs answers, by check: 1 or 0',
    labelNames: ['check'],
    registers: [registry],
    async collect() {
      const report = await checkHealth(checks);
      for (const [check, state] of Object.entries(report.checks)) this.set({ check }, state === 'up' ? 1 : 0);
    },
  });
}

function requestMetrics(
  registers: Registry[],
): Pick<
  Metrics,
  'requests' | 'durationSeconds' | 'inFlight' | 'faults' | 'framesRefused' | 'poolConnections'
> {
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
    faults: new Counter({
      name: 'gongxiang_faults_total',
      help: 'Failures that no code has awaited: each is a mistake in the program',
      registers,
    }),
    inFlight: new Gauge({
      name: 'gongxiang_requests_in_flight',
      help: 'Requests being worked on',
      registers,
    }),
    framesRefused: new Counter({
      name: 'gongxiang_frames_refused_total',
      help: "Messages with requests that do not bear the gateway's seal, by what is wrong with it",
      labelNames: ['fault'],
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

function timeMetrics(
  registers: Registry[],
): Pick<Metrics, 'eventDelaySeconds' | 'dueOverdueSeconds' | 'dueWaitingSeconds'> {
  return {
    eventDelaySeconds: new Histogram({
      name: 'gongxiang_event_delay_seconds',
      help: 'Time from an event to the end of its handling, by consumer',
      labelNames: ['consumer'],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3_600],
      registers,
    }),
    dueOverdueSeconds: new Gauge({
      name: 'gongxiang_due_overdue_seconds',
      help: 'How long the oldest due work has been waiting',
      registers,
    }),
    dueWaitingSeconds: new Gauge({
      name: 'gongxiang_due_waiting_seconds',
      help: 'How long due work has been refused at most because something is on its way',
      registers,
    }),
  };
}

function auditMetrics(registers: Registry[]): Pick<Metrics, 'auditUnsealedAgeSeconds' | 'auditBroken'> {
  return {
    auditUnsealedAgeSeconds: new Gauge({
      name: 'gongxiang_audit_unsealed_age_seconds',
      help: 'Age of the oldest audit record that no seal holds',
      registers,
    }),
    auditBroken: new Gauge({
      name: 'gongxiang_audit_broken',
      help: '1 while a part of the audit trail does not fit its seal',
      registers,
    }),
  };
}
