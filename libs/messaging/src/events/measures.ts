import type { DataSource } from 'typeorm';

/** A gauge that a feature computes from its own tables: one number, from a query that is cheap for its interval. */
interface MeasureOptions {
  readonly name: `gongxiang_${string}`;
  readonly help: string;
  readonly everySeconds: number;
}

type Measure = (sql: DataSource, now: Date) => Promise<number>;

interface BoundMeasure extends MeasureOptions {
  readonly measure: Measure;
}

const measureKey = 'gongxiang:measure';

/** Binds a method to a gauge: it is called periodically, outside any request, and returns the value. */
export function Measures(
  options: MeasureOptions,
): (target: object, method: string, descriptor: { readonly value?: Measure }) => void {
  return (target, method) => {
    const existing = measuresOn(target.constructor);
    Reflect.defineMetadata(measureKey, [...existing, { ...options, method }], target.constructor);
  };
}

export function measuresOf(instance: object): BoundMeasure[] {
  return measuresOn(instance.constructor).map(({ method, ...options }) => ({
    ...options,
    measure: ((instance as Record<string, unknown>)[method] as Measure).bind(instance),
  }));
}

type StoredMeasure = MeasureOptions & { readonly method: string };

function measuresOn(owner: object): StoredMeasure[] {
  return (Reflect.getOwnMetadata(measureKey, owner) ?? []) as StoredMeasure[];
}
