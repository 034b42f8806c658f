import { OmitType } from '@nestjs/swagger';
import { type RoleName, roleNames } from '@gongxiang/domain';
import { event } from '../core/contract.js';
import {
  Flag,
  Instant,
  ListOf,
  MapOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Uuid,
  UuidList,
  Whole,
} from '../core/fields.js';
import { Matter } from '../words/matter.js';
import { type NoticeKind, noticeKinds } from './notice-kinds.js';
import { type NoticeReason, noticeReasons } from './notice-reasons.js';

/** The services that notify people. */
export const notifyingServices = ['membership', 'sharing', 'settlement', 'evaluation', 'affairs'] as const;
export type NotifyingService = (typeof notifyingServices)[number];

/** People whom one event notifies; more are notified by several. */
export const notifiedAtOnceMax = 500;
/** An activity, and the name in which it is organised. */
const mattersMax = 10;
/** Notices that move with one event. */
export const movedAtOnceMax = 200;

const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= 2_000;

/** People by what they are to a union, or to a matter that is delegated to them, looked up when the notice is delivered. */
export class NoticeOffices {
  @SomeOf(roleNames) roles: RoleName[];
  @UuidList({ max: notifiedAtOnceMax }) unionIds: string[];
  /** Where nobody holds them at a union: those of the nearest union above with somebody. */
  @Flag() isNearest: boolean;
  /** Whom it does not concern, such as whoever has caused it. */
  @UuidList({ max: 10 }) exceptIds: string[];
  /** Also whoever acts in one of these. Absent in events from before they were told. */
  @ListOf(() => Matter, { max: mattersMax, optional: true }) matters?: Matter[];
}

/** Something that people are to learn of. Nobody is notified twice for the same cause. */
export class NoticeRaised {
  @OneOf(noticeKinds) kind: NoticeKind;
  @OneOf(noticeReasons) why: NoticeReason;
  @UuidList({ max: notifiedAtOnceMax }) personIds: string[];
  /** Beside these people. */
  @Nested(() => NoticeOffices, { nullable: true }) offices: NoticeOffices | null;
  @Text({ max: 300 }) cause: string;
  /** What it is about, by the names that the link of its kind has: `{ loanId: … }`. */
  @MapOf({ type: 'string' }, isText, { max: 10 }) about: Record<string, string>;
  /** What that is called; null where it has no name. */
  @Text({ max: 1_000, nullable: true }) title: string | null;
  /** What the words of its kind are filled with: instants and dates in ISO 8601, money as `fen`. Nothing about anybody but the reader. */
  @MapOf({ type: 'string' }, isText, { max: 30 }) values: Record<string, string>;
  /** The IANA zone in which its times are read. */
  @Text({ max: 60 }) timeZone: string;
  /** A text that somebody has written for the readers, which may be withdrawn: see {@link NoticeTextState}. */
  @Uuid({ nullable: true }) textId: string | null;
  /** When it is of no use to anybody any more. */
  @Instant({ nullable: true }) until: string | null;
}

/** What somebody has written to many: an organiser to participants, a union to its members. It is told once, whatever number of people it is for. */
export class NoticeTextState {
  @Uuid() id: string;
  /** 2 once it is withdrawn, and its words are gone. */
  @Whole({ min: 1, max: 2 }) version: number;
  @Text({ max: 100, nullable: true }) subject: string | null;
  @Text({ max: 2_000, nullable: true }) text: string | null;
  @Instant({ nullable: true }) withdrawnAt: string | null;
}

/** How one service notifies. */
const raisedBy = (service: NotifyingService) => event(`evt.${service}.notice.raised.v1`, NoticeRaised);

export const noticeRaisedEvents = {
  membership: raisedBy('membership'),
  sharing: raisedBy('sharing'),
  settlement: raisedBy('settlement'),
  evaluation: raisedBy('evaluation'),
  affairs: raisedBy('affairs'),
};

export const noticeTextEvents = {
  changed: event('evt.sharing.notice-text.changed.v1', NoticeTextState),
};

/** A notice that sharing kept until there was a service for them. */
export class KeptNotice extends OmitType(NoticeRaised, ['personIds', 'offices', 'until']) {
  @Uuid() id: string;
  @Uuid() personId: string;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) readAt: string | null;
}

export class NoticesMoved {
  @ListOf(() => KeptNotice, { max: movedAtOnceMax }) notices: KeptNotice[];
}

export const noticeMoveEvents = {
  moved: event('evt.sharing.notice.moved.v1', NoticesMoved),
};
