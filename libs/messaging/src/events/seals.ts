import type { SearchWindow } from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';

/** Seals the rows that a feature has committed since the last seal. @returns how many rows */
export type Sealer = (dataSource: DataSource, now: Date, look: SearchWindow) => Promise<number>;

const sealsKey = 'gongxiang:seals';

/** Binds a method that seals a feature's own chain: it is called each second, after the audit trail was sealed. */
export function Seals(): (target: object, method: string, descriptor: { readonly value?: Sealer }) => void {
  return (target, method) => {
    Reflect.defineMetadata(sealsKey, [...sealersOn(target.constructor), method], target.constructor);
  };
}

export function sealersOf(instance: object): Sealer[] {
  return sealersOn(instance.constructor).map((method) =>
    ((instance as Record<string, unknown>)[method] as Sealer).bind(instance),
  );
}

function sealersOn(owner: object): string[] {
  return (Reflect.getOwnMetadata(sealsKey, owner) ?? []) as string[];
}
