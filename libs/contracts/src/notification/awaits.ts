import { PickType } from '@nestjs/swagger';
import { event } from '../core/contract.js';
import { Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../core/fields.js';
import { type AwaitKind, awaitKinds } from './notice-kinds.js';
import { NoticeRaised, type NotifyingService, notifyingServices } from './notice-raised.js';

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
  /**
   * Of the thing, where the link in a message may do it in office without a sign-in, as it moves no money and can be taken back.
   * Null or absent asks for a sign-in.
   */
  @Whole({ min: 1, optional: true }) linkVersion?: number | null;
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

/** Things of which something was said so lately that it may still be on its way. A digest with more is put off. */
export const awaitsInFlightMax = 2_000;
/** Things that are told anew with one event. */
export const awaitsRetoldMax = 200;

/** A thing by its name alone. */
export class AwaitedThingName extends PickType(AwaitsState, ['subject', 'id']) {}

/**
 * What a service has open, in short, so that whoever keeps a copy of it sees that the two have drifted apart. Things in
 * flight are neither counted nor in the hash.
 */
export class AwaitsDigest {
  /** Of what things wait for: one thing may wait for several. */
  @Whole({ min: 0 }) count: number;
  /** MD5 of a line per thing that waits, `subject/id/version/number of what it waits for`, in the order of their bytes. */
  @Text({ min: 32, max: 32 }) hash: string;
  @ListOf(() => AwaitedThingName, { max: awaitsInFlightMax }) inFlight: AwaitedThingName[];
}

/** Asks a service to tell all that it has open anew, as its digest was not that of the copy. */
export class AwaitsAsked {
  @OneOf(notifyingServices) service: NotifyingService;
}

/** Some of what a service has open, told anew: all between two things, in the order of subject and id. */
export class AwaitsRetold {
  /** As of when. */
  @Instant() at: string;
  /** The thing behind which it begins; null for the first. */
  @Nested(() => AwaitedThingName, { nullable: true }) after: AwaitedThingName | null;
  /** The thing with which it ends; null for the last, whatever that is. */
  @Nested(() => AwaitedThingName, { nullable: true }) upTo: AwaitedThingName | null;
  @ListOf(() => AwaitsState, { max: awaitsRetoldMax }) things: AwaitsState[];
  /** Nothing is said of these. */
  @ListOf(() => AwaitedThingName, { max: awaitsInFlightMax }) inFlight: AwaitedThingName[];
}

const digestOf = (service: NotifyingService) => event(`evt.${service}.awaits.counted.v1`, AwaitsDigest);
const retoldBy = (service: NotifyingService) => event(`evt.${service}.awaits.retold.v1`, AwaitsRetold);

/** Once an hour. */
export const awaitDigestEvents = {
  membership: digestOf('membership'),
  sharing: digestOf('sharing'),
  settlement: digestOf('settlement'),
  evaluation: digestOf('evaluation'),
  affairs: digestOf('affairs'),
};

export const awaitRetoldEvents = {
  membership: retoldBy('membership'),
  sharing: retoldBy('sharing'),
  settlement: retoldBy('settlement'),
  evaluation: retoldBy('evaluation'),
  affairs: retoldBy('affairs'),
};

export const awaitAskedEvents = {
  asked: event('evt.notification.awaits.asked.v1', AwaitsAsked),
};
