import type { AwaitKind } from '@gongxiang/contracts/notification/notice-kinds';
import type { NoticeReason } from '@gongxiang/contracts/notification/notice-reasons';
import type { NotifyingService } from '@gongxiang/contracts/notification/notice-raised';
import type { MatterKind } from '@gongxiang/contracts/words/matter';
import type { RoleName } from '@gongxiang/domain';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last that a service has told of a thing. */
@Entity('awaited_thing')
export class AwaitedThingRow {
  @PrimaryColumn('text') service: NotifyingService;
  @PrimaryColumn('text') subject: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column(instant) toldAt: Date;
}

/** Something that waits for people until it is done. */
@Entity('awaiting')
export class AwaitingRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') service: NotifyingService;
  /** What waits, such as `loan`, and its id. */
  @Column('text') subject: string;
  @Column('uuid') thingId: string;
  @Column('text') kind: AwaitKind;
  /** Which of several of its kind about the same thing. */
  @Column('text') slot: string;
  @Column('text') why: NoticeReason;
  /** Who deals with it at the unions of {@link AwaitOfficeRow}. */
  @Column('text', { array: true }) roles: RoleName[];
  /** Where nobody does there: at the nearest union above. */
  @Column('boolean') isNearest: boolean;
  @Column('jsonb') about: Readonly<Record<string, string>>;
  @Column('text', { nullable: true }) title: string | null;
  @Column('jsonb') values: Readonly<Record<string, string>>;
  @Column('text') timeZone: string;
  @Column({ ...instant, nullable: true }) dueAt: Date | null;
  /** Of the thing, where the link in a message may do it in office. */
  @Column('integer', { nullable: true }) linkVersion: number | null;
  @Column(instant) since: Date;
}

/** Somebody whom it waits for by name. */
@Entity('await_person')
export class AwaitPersonRow {
  @PrimaryColumn('uuid') personId: string;
  @PrimaryColumn('uuid') awaitId: string;
}

/** A union whose officers it waits for. */
@Entity('await_office')
export class AwaitOfficeRow {
  @PrimaryColumn('uuid') awaitId: string;
  @PrimaryColumn('uuid') askedId: string;
  /** Where there is somebody: that union or the nearest above it; null where there is nobody. */
  @Column('uuid', { nullable: true }) unionId: string | null;
}

/** A matter whose delegates it waits for. */
@Entity('await_matter')
export class AwaitMatterRow {
  @PrimaryColumn('uuid') awaitId: string;
  @PrimaryColumn('text') kind: MatterKind;
  @PrimaryColumn('uuid') id: string;
}

/** Somebody whom it does not concern although they hold the office. */
@Entity('await_except')
export class AwaitExceptRow {
  @PrimaryColumn('uuid') awaitId: string;
  @PrimaryColumn('uuid') personId: string;
}

/** Somebody who has learned of it among other things: a notice of its own is one of those of the person. */
@Entity('await_told')
export class AwaitToldRow {
  @PrimaryColumn('uuid') awaitId: string;
  @PrimaryColumn('uuid') personId: string;
}
