import type {
  RecordDetails,
  RecordKind,
  RecordState,
} from '@gongxiang/contracts/affairs/records/record.contract';
import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A fact about a person that stands beyond one matter. `record` alone is a type of PostgreSQL. */
@Entity('person_record')
export class PersonRecordRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') personId: string;
  @Column('text') state: RecordState;
  @Column('text') kind: RecordKind;
  @Column('text') title: string;
  /** Of the title, as people type it. */
  @Column('text') pinyin: string;
  @Column('text', { nullable: true }) issuer: string | null;
  @Column({ ...day, nullable: true }) issuedOn: string | null;
  @Column({ ...day, nullable: true }) validUntil: string | null;
  /** Its last day has passed; due work says so, as the index of what is found has no today. */
  @Column('boolean') isOver: boolean;
  @Column('jsonb') details: RecordDetails;
  @Column('text', { nullable: true }) sealedNumber: string | null;
  @Column('uuid') enteredBy: string;
  /** The union at which it was entered: that of the officer, or of the person themselves. */
  @Column('uuid') unionId: string;
  @Column(instant) enteredAt: Date;
  @Column('uuid', { nullable: true }) verifiedBy: string | null;
  @Column({ ...instant, nullable: true }) verifiedAt: Date | null;
  /** Why it was refused or revoked. */
  @Column('text', { nullable: true }) sealedReason: string | null;
  /** The name to which the person has consented; null unless they let others find it. */
  @Column('text', { nullable: true }) sealedName: string | null;
  /** The course of the platform that was passed: its marks verify the record, and no officer. */
  @Column('uuid', { nullable: true }) courseId: string | null;
}
