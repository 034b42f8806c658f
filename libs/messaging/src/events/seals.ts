import type { Look } from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';

/** Chains what a feature has committed since the last seal. @returns how many rows */
export type Sealer = (dataSource: DataSource, now: Date, look: Look) => Promise<number>;

const sealsKey = 'gongxiang:seals';

/** Binds a method that seals a chain of the feature's own: it is asked each second, after the audit trail was sealed. */
export function Seals(): (target: object, method: string, descriptor: { readonly value?: Sealer }) => void {
  return (target, method) => {
    Reflect.defineMetadata(sealsKey, [...boundTo(target.constructor), method], target.constructor);
  };
}

export function sealersOf(instance: object): Sealer[] {
  return boundTo(instance.constructor).map((method) =>
    ((instance as Record<string, unknown>)[method] as Sealer).bind(instance),
  );
}

function boundTo(owner: object): string[] {
  return (Reflect.getOwnMetadata(sealsKey, owner) ?? []) as string[];
}
