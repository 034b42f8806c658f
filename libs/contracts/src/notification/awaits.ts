import { PickType } from '@nestjs/swagger';
import { event } from '../core/contract.js';
import { Instant, ListOf, OneOf, Text, Uuid, Whole } from '../core/fields.js';
import { type AwaitKind, awaitKinds } from './notice-kinds.js';
import { NoticeRaised, type NotifyingService } from './notice-raised.js';

/** What one thing can wait for at a time, such as an agreement for the signatures of its parties. */
export const awaitsMax = 200;

/** Something that waits for people until it is done. They are notified when it begins. */
export class AwaitState extends PickType(NoticeRaised, [
  'why',
  'personIds',
  'offices',
  'about',
  'title',
  'values',
  'timeZone',
]) {
  @OneOf(awaitKinds) kind: AwaitKind;
  /** Which of several of its kind about the same thing, such as the union that has to sign; empty where there is one. */
  @Text({ min: 0, max: 100 }) slot: string;
  @Instant({ nullable: true }) dueAt: string | null;
}

/** All that one thing waits for: what is not in it any more is done. */
export class AwaitsState {
  /** What it is, such as `loan`. */
  @Text({ max: 40 }) subject: string;
  @Uuid() id: string;
  /** Of what is awaited, not of the thing: it grows with each change of it. */
  @Whole({ min: 1 }) version: number;
  @ListOf(() => AwaitState, { max: awaitsMax }) awaits: AwaitState[];
}

const toldBy = (service: NotifyingService) => event(`evt.${service}.awaits.changed.v1`, AwaitsState);

export const awaitEvents = {
  membership: toldBy('membership'),
  sharing: toldBy('sharing'),
  settlement: toldBy('settlement'),
  evaluation: toldBy('evaluation'),
  affairs: toldBy('affairs'),
};
