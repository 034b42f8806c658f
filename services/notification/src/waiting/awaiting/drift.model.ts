import type { AwaitedThingName, AwaitsRetold, AwaitsState } from '@gongxiang/contracts/notification/awaits';
import { awaitKeyOf } from './await-changes.model.js';

/** A thing as it is kept here. */
export interface KnownThing extends AwaitedThingName {
  readonly version: number;
  /** When the last of it was heard. */
  readonly toldAt: Date;
  /** What it waits for here, see {@link awaitKeyOf}. */
  readonly keys: readonly string[];
}

/** What has to be mended, so that the copy is what its owner has. */
export interface Drift {
  /** Things that are kept otherwise here, or not at all. */
  readonly changed: readonly AwaitsState[];
  /** Things of which the owner has nothing open. */
  readonly closed: readonly KnownThing[];
}

/**
 * Compares what was told anew with what is kept of the same things. Nothing is said of what may be in flight: the owner
 * names what it has told so lately, and what was heard here since, or shortly before, is newer than what was told anew.
 * @param known all that waits here between the first and the last that was told, and what is kept of those told
 * @param inFlightMs how long something may be on its way
 */
export function driftOf(told: AwaitsRetold, known: readonly KnownThing[], inFlightMs: number): Drift {
  const heardBefore = new Date(new Date(told.at).getTime() - inFlightMs);
  const isSettled = ({ toldAt }: KnownThing): boolean => toldAt < heardBefore;
  const kept = new Map(known.map((thing) => [nameOf(thing), thing]));
  const named = new Set([...told.things, ...told.inFlight].map(nameOf));
  return {
    changed: told.things.filter((thing) => {
      const here = kept.get(nameOf(thing));
      return here === undefined || (isSettled(here) && !isSame(thing, here));
    }),
    closed: known.filter((thing) => thing.keys.length > 0 && !named.has(nameOf(thing)) && isSettled(thing)),
  };
}

function isSame({ version, awaits }: AwaitsState, here: KnownThing): boolean {
  const keys = new Set(here.keys);
  return (
    version === here.version &&
    awaits.length === keys.size &&
    awaits.every((one) => keys.has(awaitKeyOf(one)))
  );
}

export function nameOf({ subject, id }: AwaitedThingName): string {
  return `${subject}/${id}`;
}
