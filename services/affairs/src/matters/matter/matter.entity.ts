import type {
  MatterEvent,
  MatterSource,
  MatterState,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that a person brings to their union under a service, and what becomes of it. All that is said in it is sealed. */
@Entity('matter')
export class MatterRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') number: string;
  @Column('uuid') serviceId: string;
  @Column('integer') edition: number;
  @Column('text') state: MatterState;
  @Column('text') source: MatterSource;
  /** Null if it was sent without a name, or written down for somebody. */
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('boolean') isAnonymous: boolean;
  /** The union to which the person belonged then. */
  @Column('uuid', { nullable: true }) homeUnionId: string | null;
  /** The union that has it. */
  @Column('uuid') unionId: string;
  /** The union above before which it was brought last, as nobody acted in time. */
  @Column('uuid', { nullable: true }) escalatedTo: string | null;
  @Column('integer') escalations: number;
  /** Only people named for its service deal with it, as its edition says. */
  @Column('boolean') namedOnly: boolean;
  /** Who has it in hand; null until somebody takes it. */
  @Column('uuid', { nullable: true }) handlerId: string | null;
  /** Who works on it together with them. */
  @Column('uuid', { array: true }) colleagueIds: string[];
  @Column('text', { nullable: true }) sealedCode: string | null;
  @Column('text', { nullable: true }) sealedAnswers: string | null;
  @Column('text', { nullable: true }) sealedContact: string | null;
  @Column(instant) sentAt: Date;
  @Column(instant) acceptBy: Date;
  @Column(instant) decideBy: Date;
  @Column(instant) dueAt: Date;
  /** The day on which its time stopped; null while it runs. */
  @Column({ ...day, nullable: true }) pausedOn: string | null;
  @Column({ ...day, nullable: true }) heldUntil: string | null;
  /** Whose decision waits for a second person, or was confirmed by one. */
  @Column('uuid', { nullable: true }) proposedBy: string | null;
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('text', { nullable: true }) sealedReasons: string | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
  @Column('boolean') isReopened: boolean;
  @Column('smallint', { nullable: true }) stars: number | null;
  @Column('text', { nullable: true }) sealedRating: string | null;
  @Column({ ...instant, nullable: true }) endedAt: Date | null;
  /** What it is about, as the platform proposes; null where it is unsure. */
  @Column('text', { nullable: true }) proposedTopic: string | null;
  /** The words of it that weighed most. */
  @Column('text', { nullable: true }) sealedTopicWords: string | null;
  /** What it is about, as somebody has confirmed. */
  @Column('text', { nullable: true }) topic: string | null;
  /** The plan of the household that was agreed in it, or in another that it has joined. */
  @Column('uuid', { nullable: true }) householdPlanId: string | null;
  /** The last day of what was decided, or is proposed; null where it does not end. */
  @Column({ ...day, nullable: true }) holdsUntil: string | null;
  /** From this day on the next one is due. */
  @Column({ ...day, nullable: true }) nextDueOn: string | null;
  /** When somebody has said how it goes on. */
  @Column({ ...instant, nullable: true }) followedUpAt: Date | null;
}

/** A paper of a matter. Its file is sealed by itself; what opens it is sealed here. */
@Entity('matter_paper')
export class MatterPaperRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') matterId: string;
  /** Which of those that the service asks for. */
  @Column('text', { nullable: true }) asked: string | null;
  @Column('text') contentType: string;
  /** In bytes, as it was uploaded. */
  @Column('integer') size: number;
  @Column('uuid') fileKey: string;
  /** Of the sealed file, in hex. */
  @Column('text') sha256: string;
  /** The upload that it was made of. */
  @Column('uuid') sourceKey: string;
  /** Null once its person was erased. */
  @Column('text', { nullable: true }) sealedName: string | null;
  @Column('text', { nullable: true }) sealedOpening: string | null;
  /** Null if it was whoever brought the matter. */
  @Column('uuid', { nullable: true }) addedBy: string | null;
  @Column(instant) addedAt: Date;
  @Column({ ...instant, nullable: true }) removedAt: Date | null;
}

/** Something that was said or done in a matter. */
@Entity('matter_entry')
export class MatterEntryRow {
  @PrimaryColumn('uuid') matterId: string;
  @PrimaryColumn('integer') sequence: number;
  @Column('text') event: MatterEvent;
  @Column(instant) at: Date;
  /** Null if it was whoever brought the matter, or the platform. */
  @Column('uuid', { nullable: true }) actorId: string | null;
  @Column('uuid', { nullable: true }) unionId: string | null;
  @Column('text', { nullable: true }) sealedText: string | null;
  /** Not shown to whoever brought it. */
  @Column('boolean') isInternal: boolean;
}
