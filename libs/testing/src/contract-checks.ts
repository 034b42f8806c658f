import 'reflect-metadata';
import { contractOf } from '@gongxiang/messaging/rpc';

type Class = abstract new (...args: never[]) => object;

/** The controllers of a module and of the modules that it imports, each once. Dynamic modules are looked into as well. */
export function controllersOf(module: unknown, seen = new Set<unknown>()): Class[] {
  if (module === null || module === undefined || seen.has(module)) return [];
  seen.add(module);
  const dynamic = module as { module?: unknown; imports?: unknown[]; controllers?: Class[] };
  const own = [...listOf<Class>('controllers', module), ...(dynamic.controllers ?? [])];
  const imports = [...listOf<unknown>('imports', module), ...(dynamic.imports ?? []), dynamic.module];
  return [...new Set([...own, ...imports.flatMap((one) => controllersOf(one, seen))])];
}

function listOf<T>(key: string, module: unknown): T[] {
  return typeof module === 'function' ? ((Reflect.getMetadata(key, module) ?? []) as T[]) : [];
}

/**
 * The methods bound to a contract whose request parameter is not of the contract's class. A class that is imported with
 * `import type` leaves no trace at run time, and validation would then silently accept anything.
 * @returns e.g. `UnionController.create: Object instead of CreateUnionRequest`
 */
export function handlersWithoutDtoType(controllers: readonly Class[]): string[] {
  if (controllers.length === 0) return ['there is no controller at all'];
  return controllers.flatMap((controller) => {
    const prototype = controller.prototype as object;
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const method: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
      const contract = typeof method === 'function' ? contractOf(method) : undefined;
      if (contract === undefined) return [];
      const types = (Reflect.getMetadata('design:paramtypes', prototype, name) ?? []) as { name: string }[];
      if (types.includes(contract.request)) return [];
      const found = types[0]?.name ?? 'nothing';
      return [`${controller.name}.${name}: ${found} instead of ${contract.request.name}`];
    });
  });
}
