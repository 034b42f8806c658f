import { ownerOf } from '@gongxiang/contracts/core/contract';
import { dayMs } from '@gongxiang/domain';
import { buckets } from './buckets.js';

/** All JetStream objects that the services use and none of them may create: see {@link provision}. */
export interface Manifest {
  /** How many servers of a cluster store each of them. */
  readonly replicas: number;
  /** Bytes that NATS may store on disk, of which each bucket gets its share; if unknown, buckets have no bound. */
  readonly storeBytes?: number;
  readonly streams: readonly StreamPlan[];
  readonly consumers: readonly ConsumerPlan[];
  readonly buckets: readonly BucketPlan[];
}

export interface StreamPlan {
  readonly name: string;
  /** The only service that publishes to it. */
  readonly service: string;
  readonly subjects: readonly string[];
  readonly keptMs: number;
  /** How long the server itself recognises a duplicate publish. */
  readonly duplicatesMs: number;
}

export interface ConsumerPlan {
  readonly name: string;
  readonly stream: string;
  /** The only service that consumes from it. */
  readonly service: string;
  readonly subjects: readonly string[];
  /** After this time, messages that a dead process had fetched are redelivered. */
  readonly redeliveryMs: number;
  /** Upper bound of unacknowledged messages. */
  readonly pendingMax: number;
}

/** A bucket of files with the same lifetime. */
export interface BucketPlan {
  readonly name: string;
  readonly description: string;
  /** Retention of a file; unlimited if absent. */
  readonly keptMs?: number;
  /** The fraction of the store that its files may fill, from 0 to 1: see `buckets`. */
  readonly share: number;
  /** The only services that write to it and read from it. */
  readonly users: readonly string[];
}

const duplicatesMs = 120_000;
const redeliveryMs = 10_000;
const pendingMax = 1_000;
/** The outbox retains events longer than this; a copy that needs older ones is rebuilt by `republish`. */
const keptMs = 30 * dayMs;

/** The stream of a service's events. */
export function streamOf(service: string): string {
  return `evt_${service}`;
}

/** The name of a durable consumer. It belongs to one stream, so it names the service whose events they are. */
export function consumerOf(service: string, name: string, owner: string): string {
  return `${service}-${name}-of-${owner}`;
}

function streamPlan(service: string): StreamPlan {
  return { name: streamOf(service), service, subjects: [`evt.${service}.>`], keptMs, duplicatesMs };
}

/** @param subjects events of one service */
export function consumerPlan(name: string, service: string, subjects: readonly string[]): ConsumerPlan {
  const stream = streamOf(ownerOf(subjects[0] ?? ''));
  return { name, stream, service, subjects: [...subjects].sort(), redeliveryMs, pendingMax };
}

/**
 * The manifest for services and their consumers: all of them in a deployment, one service and those it consumes from
 * in a test.
 */
export function manifestOf(services: readonly string[], consumers: readonly ConsumerPlan[]): Manifest {
  return { replicas: 1, streams: services.map(streamPlan), consumers, buckets };
}
