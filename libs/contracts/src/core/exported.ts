import type { Contract, EventContract } from './contract.js';

/** A contract, and how a source names it: `unionContract.create`. */
export interface Exported<One> {
  readonly name: string;
  readonly contract: One;
}

/**
 * The contracts of calls among all that a module exports; they stand in objects by verb.
 * @param exported e.g. everything of `all.ts`, of this checkout or another
 */
export function callsIn(exported: object): Exported<Contract<object, unknown>>[] {
  return membersWith(exported, 'request') as Exported<Contract<object, unknown>>[];
}

/** The same of events. */
export function eventsIn(exported: object): Exported<EventContract<unknown>>[] {
  return membersWith(exported, 'data') as Exported<EventContract<unknown>>[];
}

function membersWith(exported: object, field: 'request' | 'data'): Exported<unknown>[] {
  return Object.entries(exported).flatMap(([group, members]) =>
    typeof members !== 'object' || members === null
      ? []
      : Object.entries(members as Record<string, unknown>).flatMap(([verb, contract]) => {
          const fits =
            typeof contract === 'object' && contract !== null && 'subject' in contract && field in contract;
          return fits ? [{ name: `${group}.${verb}`, contract }] : [];
        }),
  );
}
