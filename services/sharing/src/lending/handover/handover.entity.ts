import type {
  ConditionGrade,
  HandoverAnswer,
  HandoverDirection,
  HandoverSide,
  HandoverState,
} from '@gongxiang/contracts/sharing/lending/handover.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PictureFile } from '../../files/picture-press/picture-files.js';

/** What is lent has gone from one hand to another: one side says so, the other answers. */
@Entity('loan_handover')
export class HandoverRow {
  @PrimaryColumn('uuid') loanId: string;
  /** Given by the device that wrote it down. */
  @PrimaryColumn('uuid') id: string;
  /** Also counts its pictures. */
  @Column('integer') version: number;
  @Column('text') direction: HandoverDirection;
  @Column(instant) happenedAt: Date;
  @Column(instant) recordedAt: Date;
  @Column('text') recordedSide: HandoverSide;
  /** Null: from before handovers were written down. */
  @Column('uuid', { nullable: true }) recordedBy: string | null;
  @Column('integer') quantity: number;
  /** Their ids; as they were scanned, by ids or label codes, in what was written down before ids were looked up. */
  @Column('text', { array: true }) pieces: string[];
  @Column('text', { nullable: true }) grade: ConditionGrade | null;
  @Column('text', { nullable: true }) condition: string | null;
  @Column('text') state: HandoverState;
  @Column(instant) answerBy: Date;
  @Column('text', { nullable: true }) answer: HandoverAnswer | null;
  @Column('uuid', { nullable: true }) answeredBy: string | null;
  @Column({ ...instant, nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) dispute: string | null;
}

/** A picture of the condition in which something changed hands. */
@Entity('handover_picture')
export class HandoverPictureRow {
  @PrimaryColumn('uuid') loanId: string;
  @PrimaryColumn('uuid') handoverId: string;
  @PrimaryColumn('uuid') id: string;
  /** The file of which it was made, and which is gone. */
  @Column('uuid') sourceKey: string;
  /** Of the largest file, in pixels. */
  @Column('integer') width: number;
  @Column('integer') height: number;
  @Column('jsonb') files: readonly PictureFile[];
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
}
