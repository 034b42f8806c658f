import { event, type EventContract } from '@gongxiang/contracts/core/contract';
import { Uuid, Whole } from '@gongxiang/contracts/core/fields';

/** What is told of a thing: its whole state, as of everything that feeds a copy. */
export class ThingChanged {
  @Uuid() id: string;
  @Whole() version: number;
  /** Counted from 0 within one measurement. */
  @Whole() number: number;
}

/** As many things change in turn; the events of each are in the order of its versions. */
export const thingsMax = 100;

/** @param owner whose stream keeps it */
export function thingChanged(owner: string): EventContract<ThingChanged> {
  return event(`evt.${owner}.thing.changed.v1`, ThingChanged);
}

/** Who listens to them. */
export function hearerOf(owner: string): string {
  return `hearer-things-of-${owner}`;
}
