import type { DataSource } from 'typeorm';

/** What a service's feature tells Prometheus of its own tables: one number, from a query that is light for how often it is asked. */
export interface MeasureOptions {
  readonly name: `gongxiang_${string}`;
  readonly help: string;
  readonly everySeconds: number;
}

export type Measure = (sql: DataSource, now: Date) => Promise<number>;

export interface BoundMeasure extends MeasureOptions {
  readonly measure: Measure;
}

const measureKey = 'gongxiang:measure';

/** Binds a method to a gauge: it is asked now and then, outside any request, and answers its value. */
export function Measures(
  options: MeasureOptions,
): (target: object, method: string, descriptor: { readonly value?: Measure }) => void {
  return (target, method) => {
    const known = boundTo(target.constructor);
    Reflect.defineMetadata(measureKey, [...known, { ...options, method }], target.constructor);
  };
}

export function measuresOf(instance: object): BoundMeasure[] {
  return boundTo(instance.constructor).map(({ method, ...options }) => ({
    ...options,
    measure: ((instance as Record<string, unknown>)[method] as Measure).bind(instance),
  }));
}

type Known = MeasureOptions & { readonly method: string };

function boundTo(owner: object): Known[] {
  return (Reflect.getOwnMetadata(measureKey, owner) ?? []) as Known[];
}
