import { ownerOf } from '@gongxiang/contracts/core/contract';
import { buckets } from './buckets.js';

/** Everything of JetStream that the services use and none of them may make: see {@link provision}. */
export interface Manifest {
  /** On how many servers of a cluster each of them is kept. */
  readonly replicas: number;
  /** What NATS may keep on disk, in bytes, of which each bucket gets its share; buckets have no bound where it is unknown. */
  readonly storeBytes?: number;
  readonly streams: readonly StreamPlan[];
  readonly consumers: readonly ConsumerPlan[];
  readonly buckets: readonly BucketPlan[];
}

export interface StreamPlan {
  readonly name: string;
  /** Who alone publishes into it. */
  readonly service: string;
  readonly subjects: readonly string[];
  readonly keptMs: number;
  /** So long the server itself recognises an event that is published twice. */
  readonly duplicatesMs: number;
}

export interface ConsumerPlan {
  readonly name: string;
  readonly stream: string;
  /** Who alone hears by it. */
  readonly service: string;
  readonly subjects: readonly string[];
  /** What a process that died had fetched comes again after this time. */
  readonly redeliveryMs: number;
  /** So many may be on their way to those who handle them. */
  readonly pendingMax: number;
}

/** A place of files that live equally long. */
export interface BucketPlan {
  readonly name: string;
  readonly description: string;
  /** How long a file is kept by itself; for ever where absent. */
  readonly keptMs?: number;
  /** The part of the store that its files may fill, from 0 to 1: see `buckets`. */
  readonly share: number;
  /** Who alone keeps files in it and reads them. */
  readonly users: readonly string[];
}

const dayMs = 24 * 3_600_000;
const duplicatesMs = 120_000;
const redeliveryMs = 10_000;
const pendingMax = 1_000;
/** The outbox keeps events longer than this; a copy that needs older ones is rebuilt by `republish`. */
const keptMs = 30 * dayMs;

/** The stream that keeps a service's events. */
export function streamOf(service: string): string {
  return `evt_${service}`;
}

/** Of what hears events under a name. It belongs to one stream, so its own name says whose events they are. */
export function consumerOf(service: string, name: string, owner: string): string {
  return `${service}-${name}-of-${owner}`;
}

function streamPlan(service: string): StreamPlan {
  return { name: streamOf(service), service, subjects: [`evt.${service}.>`], keptMs, duplicatesMs };
}

/** @param subjects of one owner's events */
export function consumerPlan(name: string, service: string, subjects: readonly string[]): ConsumerPlan {
  const stream = streamOf(ownerOf(subjects[0] ?? ''));
  return { name, stream, service, subjects: [...subjects].sort(), redeliveryMs, pendingMax };
}

/** For services with the consumers that they have; in a deployment all of them, in a test one and those whom it hears. */
export function manifestOf(services: readonly string[], consumers: readonly ConsumerPlan[]): Manifest {
  return { replicas: 1, streams: services.map(streamPlan), consumers, buckets };
}
