import { type EventContract, ownerOf } from '@gongxiang/contracts/core/contract';
import type { Transaction } from '@gongxiang/persistence';
import { consumerOf } from '../provision/manifest.js';
import type { Envelope } from './envelope.js';

/** What a consumer method looks like: it works in the transaction that also marks the event as seen. */
export type EventHandler<Data> = (tx: Transaction, data: Data, envelope: Envelope<Data>) => Promise<void>;
/** The key of the one row of each of its tables that the handler of an event writes. */
export type RowOf<Data> = (data: Data) => string;
/** What due work looks like. */
export type DueHandler = (tx: Transaction, key: string, payload: unknown) => Promise<void>;
/** A piece of due work, as whoever does it gets it. */
export interface DuePiece {
  readonly key: string;
  readonly payload: unknown;
}
/** What due work looks like of which several pieces are done at once. */
export type DueTogetherHandler = (tx: Transaction, pieces: readonly DuePiece[]) => Promise<void>;
/** How work of a kind is done: so many pieces of it, at most, in one transaction. */
export interface DueWorker {
  readonly max: number;
  readonly handle: DueTogetherHandler;
}
/**
 * Records, for one page of a noun's rows after `afterId`, the event that carries their whole state.
 * Answers the id of the last row, or null at the end.
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
  /** How many pieces of due work are done together; without it, each is done alone. */
  readonly max?: number;
  /** Which row the event is about; without it, each is handled in a transaction of its own. */
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
 * Names a class that hears events, for the durable consumers of NATS and the marks of the inbox. The name is kept when the
 * class is renamed: under another one the consumer would begin anew, and 30 days of events would take effect twice.
 */
export function Consumer(name: string): ClassDecorator {
  return (target) => Reflect.defineMetadata(consumerKey, name, target);
}

/** Binds a method to an event of another service (or of the same). Each event has a transaction of its own. */
export function Consumes<Data>(contract: EventContract<Data>): MethodDecoratorOf<EventHandler<Data>> {
  return (target, method) => addBinding(consumesKey, target, { method, key: contract.subject, contract });
}

/**
 * Binds a method that merely keeps copies: events that have come together share a transaction, in the order of their rows,
 * so that replicas do not wait for each other in a circle. The method locks nothing but the row that `rowOf` names, in
 * tables that no other event of its class writes; what it schedules is written last, as everywhere.
 */
export function ConsumesTogether<Data>(
  contract: EventContract<Data>,
  rowOf: RowOf<Data>,
): MethodDecoratorOf<EventHandler<Data>> {
  const binding = { key: contract.subject, contract, rowOf: rowOf as RowOf<unknown> };
  return (target, method) => addBinding(consumesKey, target, { method, ...binding });
}

/** Binds a method to work that falls due. */
export function OnDue(kind: string): MethodDecoratorOf<DueHandler> {
  return (target, method) => addBinding(dueKey, target, { method, key: kind });
}

/**
 * Binds a method to work that falls due, of which it does up to `max` pieces in one transaction. Where that fails each is
 * tried alone, so the method must do as well with one.
 */
export function OnDueTogether(kind: string, max: number): MethodDecoratorOf<DueTogetherHandler> {
  return (target, method) => addBinding(dueKey, target, { method, key: kind, max });
}

/** Binds a method that tells all the states of a noun anew, from which others rebuild their copies. */
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

/** Every event method of an instance. @throws Error where its class hears events and has no name as a {@link Consumer} */
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

/** Each piece in a transaction of its own. */
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
