import type {
  BulletinCommenting,
  BulletinKind,
  BulletinPictureDto,
  BulletinState,
  BulletinTarget,
  BulletinWords,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that a union publishes: title, kind, tags, source and cover are those of the present revision, to be listed and found by. */
@Entity('bulletin')
export class BulletinRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('text') state: BulletinState;
  @Column('text') audience: BulletinTarget;
  /** Of `sizeClass`. */
  @Column('text', { nullable: true }) sizeClass: SizeClassName | null;
  /** Of `neighbours`. */
  @Column('integer', { nullable: true }) neighbourKm: number | null;
  /** See `targetKeyOf`. */
  @Column('text') audienceKey: string;
  @Column('boolean') isPinned: boolean;
  @Column('boolean') mustRead: boolean;
  @Column('integer') revision: number;
  @Column('text') title: string;
  /** Of the title, as people type it. */
  @Column('text') pinyin: string;
  @Column('text') excerpt: string;
  @Column('text') kind: BulletinKind;
  @Column('text', { nullable: true }) business: UnionBusiness | null;
  @Column('text', { nullable: true }) function: ResourceFunction | null;
  @Column('text', { nullable: true }) sourceName: string | null;
  /** Its first picture, as lists show it. */
  @Column('jsonb', { nullable: true }) cover: BulletinPictureDto | null;
  @Column({ ...instant, nullable: true }) shownFrom: Date | null;
  @Column({ ...instant, nullable: true }) shownUntil: Date | null;
  @Column('text', { nullable: true }) withdrawReason: string | null;
  /** Why the union above has not released it. */
  @Column('text', { nullable: true }) sentBackReason: string | null;
  @Column({ ...instant, nullable: true }) remindedAt: Date | null;
  @Column('text') commenting: BulletinCommenting;
  @Column('uuid') createdBy: string;
  /** Another bulletin that is shown with it. */
  @Column('uuid', { nullable: true }) citesId: string | null;
}

/** What a bulletin said in one revision. Only that of a draft is written anew. */
@Entity('bulletin_revision')
export class BulletinRevisionRow {
  @PrimaryColumn('uuid') bulletinId: string;
  @PrimaryColumn('integer') number: number;
  @Column('jsonb') words: BulletinWords;
  /** What is different; null of the first. */
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid') authorId: string;
  @Column(instant) createdAt: Date;
}

/** That somebody has read it. */
@Entity('bulletin_receipt')
export class BulletinReceiptRow {
  @PrimaryColumn('uuid') bulletinId: string;
  @PrimaryColumn('uuid') personId: string;
  @Column(instant) confirmedAt: Date;
}
