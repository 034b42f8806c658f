import { Controller, type Type } from '@nestjs/common';
import type { Contract } from '@gongxiang/contracts/core/contract';
import { callsIn } from '@gongxiang/contracts/core/exported';
import { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { BriefDownload } from './brief-download.js';
import { Call, Endpoint, endpointKey, type EndpointMetadata, Input } from './endpoint.js';
import { PublicReads } from './public-reads.js';

type AnyContract = Contract<object, unknown>;
type RouteMethod = (this: RouteDependencies, request: object, call: CallContext) => Promise<unknown>;

interface RouteDependencies {
  readonly rpc: RpcClient;
  readonly reads: PublicReads;
  readonly download: BriefDownload;
}

/**
 * Creates a controller with a method for each route of the contracts that no controller of `own` handles.
 * @param exported the exports of a module of contracts
 * @param own controllers that do more than forward the call
 * @returns a class like a handwritten one, so that guards, pipes and OpenAPI treat it as such
 */
export function routeController(exported: object, own: readonly Type<object>[]): Type<object> {
  @Controller()
  class Routes implements RouteDependencies {
    constructor(
      readonly rpc: RpcClient,
      readonly reads: PublicReads,
      readonly download: BriefDownload,
    ) {}
  }
  const prototype = Routes.prototype as object;
  const handled = new Set(own.flatMap(subjectsIn));
  for (const { contract } of callsIn(exported)) {
    const { subject, route, request } = contract;
    if (route === undefined || handled.has(subject)) continue;
    const descriptor = { value: methodFor(contract), configurable: true, writable: true };
    Object.defineProperty(prototype, subject, descriptor);
    Input()(prototype, subject, 0);
    Call()(prototype, subject, 1);
    // Metadata that the compiler would emit for the parameters: the pipe validates by it.
    Reflect.defineMetadata('design:paramtypes', [request, Object], prototype, subject);
    Endpoint(contract)(prototype, subject, descriptor);
  }
  return Routes;
}

/** The subjects of the contracts that a controller handles. */
function subjectsIn(controller: Type<object>): string[] {
  const methods = Object.values(Object.getOwnPropertyDescriptors(controller.prototype as object));
  return methods.flatMap(({ value }) => {
    if (typeof value !== 'function') return [];
    const endpoint = Reflect.getMetadata(endpointKey, value as object) as EndpointMetadata | undefined;
    return endpoint === undefined ? [] : [endpoint.contract.subject];
  });
}

function methodFor(contract: AnyContract): RouteMethod {
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
