import * as contracts from '@gongxiang/contracts/all';
import type { DiscoveryService } from '@nestjs/core';
import { type Handler, handlersOf } from '../rpc/index.js';

/**
 * What a service answers: every method of its use cases that is bound to a contract.
 * @throws Error in words where a subject is bound twice, where a contract of the service is bound nowhere, and where a use case
 *   is made anew for each request, as nobody would make it
 */
export function boundHandlers(service: string, discovery: DiscoveryService): Handler[] {
  const handlers = new Map<string, Handler>();
  for (const { instance, name, isDependencyTreeStatic } of useCases(discovery)) {
    for (const handler of handlersOf(instance)) {
      const { subject } = handler.contract;
      if (!isDependencyTreeStatic) throw new Error(`${name} answers ${subject} and is made for each request`);
      if (handlers.has(subject)) throw new Error(`${subject} is answered twice, also by ${name}`);
      handlers.set(subject, handler);
    }
  }
  const missing = subjectsOf(service).filter((subject) => !handlers.has(subject));
  if (missing.length > 0) throw new Error(`nobody answers ${missing.join(', ')}`);
  return [...handlers.values()];
}

interface UseCase {
  readonly instance: object;
  readonly name: string;
  readonly isDependencyTreeStatic: boolean;
}

/** A provider may be exported under several tokens: each instance counts once. */
function useCases(discovery: DiscoveryService): UseCase[] {
  const found = new Map<object, UseCase>();
  for (const wrapper of discovery.getProviders()) {
    const instance = wrapper.instance as unknown;
    if (typeof instance !== 'object' || instance === null) continue;
    const isDependencyTreeStatic = wrapper.isDependencyTreeStatic();
    found.set(instance, { instance, name: instance.constructor.name, isDependencyTreeStatic });
  }
  return [...found.values()];
}

/** Of the contracts by verb that the package exports. */
function subjectsOf(service: string): string[] {
  return Object.values(contracts)
    .flatMap((group: unknown) =>
      typeof group === 'object' && group !== null ? Object.values(group as Record<string, unknown>) : [],
    )
    .filter(isCall)
    .map(({ subject }) => subject)
    .filter((subject) => contracts.ownerOf(subject) === service);
}

function isCall(value: unknown): value is contracts.Contract<unknown, unknown> {
  return typeof value === 'object' && value !== null && 'subject' in value && 'request' in value;
}
