import 'reflect-metadata';
import type { Command, Contract, Query } from '@gongxiang/contracts/core/contract';
import type { CallContext } from '@gongxiang/domain';
import type { Outcome } from './wire.js';

/** What answers a contract: a command with the outcome of a transaction, a query with the view. */
export interface Handler {
  readonly contract: Contract<object, unknown>;
  /** @param request checked against the contract's class; fields that this version does not know are dropped */
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

/** Binds a method of a use case to a contract: it is what the service answers with. */
export function Handles<Request, Response>(
  contract: Command<Request, Response>,
): HandlerDecorator<Request, Outcome<Response>>;
export function Handles<Request, Response>(
  contract: Query<Request, Response>,
): HandlerDecorator<Request, Response>;
export function Handles(contract: Contract<object, unknown>): HandlerDecorator<object, unknown> {
  return (target, method) => {
    const bindings = [...bindingsOf(target), { contract, method }];
    Reflect.defineMetadata(bindingsKey, bindings, target);
  };
}

/** The contracts that an object's class answers, and those before it. */
export function handlersOf(instance: object): Handler[] {
  return bindingsOf(instance).map(({ contract, method }) => {
    const handle = (instance as Record<string | symbol, Handler['handle']>)[method] as Handler['handle'];
    return { contract, handle: (request, call) => handle.call(instance, request, call) };
  });
}

function bindingsOf(target: object): readonly Binding[] {
  return (Reflect.getMetadata(bindingsKey, target) as Binding[] | undefined) ?? [];
}
