import { type EventContract, ownerOf } from '@gongxiang/contracts/core/contract';
import type { Transaction } from '@gongxiang/persistence';
import { consumerOf } from '../provision/manifest.js';
import type { Envelope } from './envelope.js';

/** Signature of a consumer method: it works in the transaction that also marks the event as seen. */
export type EventHandler<Data> = (tx: Transaction, data: Data, envelope: Envelope<Data>) => Promise<void>;
/** Returns the key of the one row per table that the handler of an event writes. */
export type RowOf<Data> = (data: Data) => string;
/** Signature of a method that handles due work. */
export type DueHandler = (tx: Transaction, key: string, payload: unknown) => Promise<void>;
/** One item of due work as its handler receives it. */
export interface DuePiece {
  readonly key: string;
  readonly payload: unknown;
}
/** Signature of a method that handles several items of due work at once. */
export type DueTogetherHandler = (tx: Transaction, pieces: readonly DuePiece[]) => Promise<void>;
/** The handler of one kind of due work, and how many items it takes per transaction at most. */
export interface DueWorker {
  readonly max: number;
  readonly handle: DueTogetherHandler;
}
/**
 * Records, for one page of a noun's rows after `afterId`, the event that carries their whole state.
 * @returns the id of the last row, or null at the end
 */
export type RepublishHandler = (
  tx: Transaction,
  afterId: string | null,
  limit: number,
) => Promise<string | null>;

interface Binding {
  readonly method: string;
  readonly key: string;
  readonly contract?: EventContract<unknown>;
  /** How many items of due work share a transaction; undefined if each has its own. */
  readonly max?: number;
  /** The row that the event is about; undefined if each event is handled in its own transaction. */
  readonly rowOf?: RowOf<unknown>;
}

const consumerKey = 'gongxiang:consumer';
const consumesKey = 'gongxiang:consumes';
const dueKey = 'gongxiang:due';
const republishKey = 'gongxiang:republish';

type MethodDecoratorOf<Method> = (
  target: object,
  key: string,
  descriptor: { readonly value?: Method },
) => void;

/**
 * Names a class that consumes events. The name identifies the durable consumer in NATS and the marks in the inbox, so
 * it stays when the class is renamed: under a new name the consumer would start over, and 30 days of events would
 * take effect twice.
 */
export function Consumer(name: string): ClassDecorator {
  return (target) => Reflect.defineMetadata(consumerKey, name, target);
}

/**
 * Binds a method to an event of another service (or of the same one). Each event is handled in its own transaction.
 */
export function Consumes<Data>(contract: EventContract<Data>): MethodDecoratorOf<EventHandler<Data>> {
  return (target, method) => addBinding(consumesKey, target, { method, key: contract.subject, contract });
}

/**
 * Binds a method that only maintains copies: events that arrived together share a transaction and are handled in the
 * order of their rows, so that replicas cannot deadlock. The method must lock nothing but the row that `rowOf` names,
 * in tables that no other event of its class writes. Work that it schedules is written last, as everywhere.
 */
export function ConsumesTogether<Data>(
  contract: EventContract<Data>,
  rowOf: RowOf<Data>,
): MethodDecoratorOf<EventHandler<Data>> {
  const binding = { key: contract.subject, contract, rowOf: rowOf as RowOf<unknown> };
  return (target, method) => addBinding(consumesKey, target, { method, ...binding });
}

/** Binds a method to a kind of due work. */
export function OnDue(kind: string): MethodDecoratorOf<DueHandler> {
  return (target, method) => addBinding(dueKey, target, { method, key: kind });
}

/**
 * Binds a method to a kind of due work of which it handles up to `max` items in one transaction. If that fails, each
 * is retried alone, so the method must also work for a single item. Where many wait, the oldest is taken with those whose payload
 * says the same or the next `near`, a text: what reads the same things is handled together.
 */
export function OnDueTogether(kind: string, max: number): MethodDecoratorOf<DueTogetherHandler> {
  return (target, method) => addBinding(dueKey, target, { method, key: kind, max });
}

/**
 * Binds a method that publishes the current state of every row of a noun, from which consumers rebuild their copies.
 */
export function Republishes(noun: string): MethodDecoratorOf<RepublishHandler> {
  return (target, method) => addBinding(republishKey, target, { method, key: noun });
}

function addBinding(kind: string, target: object, binding: Binding): void {
  const known = (Reflect.getOwnMetadata(kind, target.constructor) ?? []) as Binding[];
  Reflect.defineMetadata(kind, [...known, binding], target.constructor);
}

export interface BoundEvent {
  readonly consumer: string;
  readonly contract: EventContract<unknown>;
  readonly handle: EventHandler<unknown>;
  /** See {@link ConsumesTogether}. */
  readonly rowOf?: RowOf<unknown>;
}

/**
 * All event handlers of an instance. @throws Error if its class handles events and is not a named {@link Consumer}
 */
export function eventsOf(service: string, instance: object): BoundEvent[] {
  return bindingsOf(consumesKey, instance).flatMap(({ method, contract, rowOf }) => {
    if (contract === undefined) return [];
    const consumer = consumerOf(service, consumerNameOf(instance), ownerOf(contract.subject));
    const handle = methodOf(instance, method) as EventHandler<unknown>;
    return [{ consumer, contract, handle, ...(rowOf === undefined ? {} : { rowOf }) }];
  });
}

function consumerNameOf(instance: object): string {
  const name: unknown = Reflect.getOwnMetadata(consumerKey, instance.constructor);
  if (typeof name !== 'string')
    throw new Error(`${instance.constructor.name} hears events and is no @Consumer`);
  return name;
}

export function dueWorkersOf(instance: object): [kind: string, worker: DueWorker][] {
  return bindingsOf(dueKey, instance).map(({ method, key, max }) => {
    const handle = methodOf(instance, method);
    if (max === undefined) return [key, oneByOne(handle as DueHandler)];
    return [key, { max, handle: handle as DueTogetherHandler }];
  });
}

/** Adapts a handler of single items. */
export function oneByOne(handle: DueHandler): DueWorker {
  return {
    max: 1,
    handle: async (tx, pieces) => {
      for (const { key, payload } of pieces) await handle(tx, key, payload);
    },
  };
}

export function republishersOf(instance: object): [noun: string, handle: RepublishHandler][] {
  return bindingsOf(republishKey, instance).map(({ method, key }) => [
    key,
    methodOf(instance, method) as RepublishHandler,
  ]);
}

function bindingsOf(kind: string, instance: object): Binding[] {
  return (Reflect.getOwnMetadata(kind, instance.constructor) ?? []) as Binding[];
}

function methodOf(instance: object, method: string): unknown {
  return ((instance as Record<string, unknown>)[method] as (...args: unknown[]) => unknown).bind(instance);
}
