import { Controller, type Type } from '@nestjs/common';
import type { Contract } from '@gongxiang/contracts/core/contract';
import { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { BriefDownload } from './brief-download.js';
import { Call, Endpoint, endpointKey, type EndpointMetadata, Input } from './endpoint.js';
import { PublicReads } from './public-reads.js';

type AnyContract = Contract<object, unknown>;
type Answering = (this: Answers, request: object, call: CallContext) => Promise<unknown>;

interface Answers {
  readonly rpc: RpcClient;
  readonly reads: PublicReads;
  readonly download: BriefDownload;
}

/**
 * A controller for each group of contracts, with a method for each route that none of `own` answers in a way of its own.
 * @param groups what a package of contracts exports: objects of contracts by verb are taken, all else is passed over
 * @param own controllers that do more than pass on
 * @returns classes like those that would be written by hand, so that guards, pipes and the description take them as such
 */
export function routeControllers(
  groups: Readonly<Record<string, unknown>>,
  own: readonly Type<object>[],
): Type<object>[] {
  const taken = new Set(own.flatMap(subjectsOf));
  return Object.entries(groups).flatMap(([name, group]) => {
    const routes = Object.entries(group ?? {}).filter(
      (entry): entry is [string, AnyContract] => hasRoute(entry[1]) && !taken.has(entry[1].subject),
    );
    return routes.length === 0 ? [] : [controllerOf(name.replace(/Contract$/, 'Routes'), routes)];
  });
}

function subjectsOf(controller: Type<object>): string[] {
  const prototype = controller.prototype as object;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const method: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
    if (typeof method !== 'function') return [];
    const endpoint = Reflect.getMetadata(endpointKey, method) as EndpointMetadata | undefined;
    return endpoint === undefined ? [] : [endpoint.contract.subject];
  });
}

function hasRoute(value: unknown): value is AnyContract {
  return typeof value === 'object' && value !== null && 'subject' in value && 'route' in value;
}

function controllerOf(name: string, routes: readonly (readonly [string, AnyContract])[]): Type<object> {
  @Controller()
  class Routes implements Answers {
    constructor(
      readonly rpc: RpcClient,
      readonly reads: PublicReads,
      readonly download: BriefDownload,
    ) {}
  }
  Object.defineProperty(Routes, 'name', { value: name });
  const prototype = Routes.prototype as object;
  for (const [verb, contract] of routes) {
    const descriptor = { value: answering(contract), configurable: true, writable: true };
    Object.defineProperty(prototype, verb, descriptor);
    Input()(prototype, verb, 0);
    Call()(prototype, verb, 1);
    // What a compiler would write down of the parameters: the pipe validates by it.
    Reflect.defineMetadata('design:paramtypes', [contract.request, Object], prototype, verb);
    Endpoint(contract)(prototype, verb, descriptor);
  }
  return Routes;
}

function answering(contract: AnyContract): Answering {
  if (contract.response === PrintedFileView) {
    const printed = contract as Contract<object, PrintedFileView>;
    return async function (request, call) {
      return this.download.send(await this.rpc.call(printed, request, call), call);
    };
  }
  if (contract.route?.remembered) {
    return function (request, call) {
      return this.reads.ask(contract, request, call);
    };
  }
  return function (request, call) {
    return this.rpc.call(contract, request, call);
  };
}
