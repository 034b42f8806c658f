import type { EventContract } from '@gongxiang/contracts';
import type { Transaction } from '@gongxiang/persistence';
import type { Envelope } from './envelope.js';

/** What a consumer method looks like: it works in the transaction that also marks the event as seen. */
export type EventHandler<Data> = (tx: Transaction, data: Data, envelope: Envelope<Data>) => Promise<void>;
/** What due work looks like. */
export type DueHandler = (tx: Transaction, key: string, payload: unknown) => Promise<void>;
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
}

const consumesKey = 'gongxiang:consumes';
const dueKey = 'gongxiang:due';
const republishKey = 'gongxiang:republish';

type MethodDecoratorOf<Method> = (
  target: object,
  key: string,
  descriptor: { readonly value?: Method },
) => void;

/** Binds a method to an event of another service (or of the same). */
export function Consumes<Data>(contract: EventContract<Data>): MethodDecoratorOf<EventHandler<Data>> {
  return (target, method) => addBinding(consumesKey, target, { method, key: contract.subject, contract });
}

/** Binds a method to work that falls due. */
export function OnDue(kind: string): MethodDecoratorOf<DueHandler> {
  return (target, method) => addBinding(dueKey, target, { method, key: kind });
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
}

/** Every event method of an instance. The consumer's name is its class, so that it is the same after a restart. */
export function eventsOf(service: string, instance: object): BoundEvent[] {
  const consumer = `${service}-${kebab(instance.constructor.name)}`;
  return bindingsOf(consumesKey, instance).flatMap(({ method, contract }) =>
    contract === undefined
      ? []
      : [{ consumer, contract, handle: methodOf(instance, method) as EventHandler<unknown> }],
  );
}

export function dueHandlersOf(instance: object): [kind: string, handle: DueHandler][] {
  return bindingsOf(dueKey, instance).map(({ method, key }) => [
    key,
    methodOf(instance, method) as DueHandler,
  ]);
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

function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}
