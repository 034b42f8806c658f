import 'reflect-metadata';
import type { Command, Contract, Query } from '@gongxiang/contracts/core/contract';
import type { CallContext, GzippedJson } from '@gongxiang/domain';
import type { Outcome } from './wire.js';

/** The handler of a contract: a command returns an outcome, a query the view. */
export interface Handler {
  readonly contract: Contract<object, unknown>;
  /** @param request validated against the contract's class; unknown fields are dropped */
  readonly handle: (request: object, call: CallContext) => Promise<unknown>;
}

type HandlerDecorator<Request, Result> = (
  target: object,
  key: string | symbol,
  descriptor: { readonly value?: (request: Request, call: CallContext) => Promise<Result> },
) => void;

interface Binding {
  readonly contract: Contract<object, unknown>;
  readonly method: string | symbol;
}

const bindingsKey = 'gongxiang:handles';

/** Binds a method of a use case to a contract: its result is the service's reply. */
export function Handles<Request, Response>(
  contract: Command<Request, Response>,
): HandlerDecorator<Request, Outcome<Response>>;
export function Handles<Request, Response>(
  contract: Query<Request, Response>,
): HandlerDecorator<Request, Response | GzippedJson<Response>>;
export function Handles(contract: Contract<object, unknown>): HandlerDecorator<object, unknown> {
  return (target, method) => {
    const bindings = [...bindingsOf(target), { contract, method }];
    Reflect.defineMetadata(bindingsKey, bindings, target);
  };
}

/** The handlers of an object's class and of its base classes. */
export function handlersOf(instance: object): Handler[] {
  return bindingsOf(instance).map(({ contract, method }) => {
    const handle = (instance as Record<string | symbol, Handler['handle']>)[method] as Handler['handle'];
    return { contract, handle: (request, call) => handle.call(instance, request, call) };
  });
}

function bindingsOf(target: object): readonly Binding[] {
  return (Reflect.getMetadata(bindingsKey, target) as Binding[] | undefined) ?? [];
}
