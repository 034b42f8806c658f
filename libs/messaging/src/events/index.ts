export {
  Consumer,
  Consumes,
  ConsumesTogether,
  OnDue,
  OnDueTogether,
  Republishes,
  dueWorkersOf,
  eventsOf,
  oneByOne,
  republishersOf,
} from './consumes.js';
export type {
  BoundEvent,
  DueHandler,
  DuePiece,
  DueTogetherHandler,
  EventHandler,
  RepublishHandler,
} from './consumes.js';
export * from './consumer-loop.js';
export * from './copy.js';
export * from './dead-letters.js';
export { OutboxDoubt1763900000640 } from './doubt.js';
export {
  type DueWork,
  dueOverdue,
  dueWaiting,
  replayDue,
  schedule,
  scheduleAll,
  scheduleNew,
  scheduleQuietly,
  unschedule,
} from './due.js';
export { DueLoop } from './due-loop.js';
export { foldTitles, titlesFoldKind } from './fold-titles.js';
export type { Envelope } from './envelope.js';
export * from './event-tables.js';
export { Measures, measuresOf } from './measures.js';
export { handleOnce, deleteOldMarks as tidyInbox, Unprocessable } from './inbox.js';
export { recordEvent, recordEvents, type EventRecord } from './outbox.js';
export { type Notice, type NoticeValues, raiseNotices } from './raise-notices.js';
export { awaitsInFlightMs, retellNext, tellDigest } from './awaits-digest.js';
export { type Await, type AwaitedThing, syncAwaits } from './sync-awaits.js';
export * from './person-merging.js';
export * from './person-erasing.js';
export * from './erase-from-stream.js';
export { Push, type Hint } from './push.js';
export { Relay } from './relay.js';
export { type Sealer, Seals, sealersOf } from './seals.js';
