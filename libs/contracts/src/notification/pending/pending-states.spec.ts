import { describe, expect, it } from '@jest/globals';
import * as contracts from '../../all.js';
import { awaitKinds } from '../notice-kinds.js';
import { pendingStates } from './pending-states.js';

/** Every list of states that the contracts have, by its name. */
const machines = Object.entries(contracts as Readonly<Record<string, unknown>>).filter(
  (entry): entry is [string, readonly string[]] => /States$/.test(entry[0]) && Array.isArray(entry[1]),
);

describe('what is pending', () => {
  it.each(machines)('of %s: each state says whom it waits for, or why for nobody', (name, states) => {
    expect(Object.keys(pendingStates[name] ?? {}).sort()).toEqual([...states].sort());
  });

  it('is of things that there are', () => {
    const known = new Set(machines.map(([name]) => name));
    expect(Object.keys(pendingStates).filter((name) => !known.has(name))).toEqual([]);
  });

  it('names every kind of what waits', () => {
    const waits = Object.values(pendingStates).flatMap((states) => Object.values(states));
    const named = new Set(waits.flatMap((one) => (typeof one === 'string' ? [] : one)));
    expect(awaitKinds.filter((kind) => !named.has(kind))).toEqual([]);
  });
});
