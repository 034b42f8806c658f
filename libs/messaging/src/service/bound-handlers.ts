import { ownerOf } from '@gongxiang/contracts/core/contract';
import type { DiscoveryService } from '@nestjs/core';
import { type Handler, handlersOf } from '../rpc/index.js';

/**
 * Collects the handlers of a service: every method of its use cases that is bound to a contract.
 * @param subjects of the contracts that the service has
 * @throws Error if a subject is bound twice, if a contract of the service is not bound, or if a use case is
 * request-scoped, as nobody would instantiate it
 */
export function boundHandlers(
  service: string,
  subjects: readonly string[],
  discovery: DiscoveryService,
): Handler[] {
  const handlers = new Map<string, Handler>();
  // One instance may be registered under several tokens.
  const seen = new Set<unknown>();
  for (const wrapper of discovery.getProviders()) {
    const instance: unknown = wrapper.instance;
    if (typeof instance !== 'object' || instance === null || seen.has(instance)) continue;
    seen.add(instance);
    for (const handler of handlersOf(instance)) {
      const { subject } = handler.contract;
      const { name } = instance.constructor;
      if (!wrapper.isDependencyTreeStatic())
        throw new Error(`${name} answers ${subject} and is made for each request`);
      if (handlers.has(subject)) throw new Error(`${subject} is answered twice, also by ${name}`);
      handlers.set(subject, handler);
    }
  }
  const missing = subjects.filter((subject) => ownerOf(subject) === service && !handlers.has(subject));
  if (missing.length > 0) throw new Error(`nobody answers ${missing.join(', ')}`);
  return [...handlers.values()];
}
