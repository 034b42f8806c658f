import type {
  DisclosureItemState,
  DisclosureOwer,
  DisclosureRhythm,
} from '@gongxiang/contracts/affairs/bulletins/disclosure-item.contract';
import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that is to be disclosed to the workers of a union, again and again by its rhythm. */
@Entity('disclosure_item')
export class DisclosureItemRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('text') state: DisclosureItemState;
  @Column('text') title: string;
  @Column('text') owedBy: DisclosureOwer;
  /** Of what the enterprise owes: who answers for it there. */
  @Column('text', { nullable: true }) department: string | null;
  @Column('text') basis: string;
  @Column('text') rhythm: DisclosureRhythm;
  @Column(day) firstDueOn: string;
  @Column({ ...day, nullable: true }) endedOn: string | null;
  @Column('text', { nullable: true }) endReason: string | null;
  /** See {@link DisclosureWaits}. */
  @Column('integer', { array: true }) missingYears: number[];
}

/** By which bulletin something was disclosed that was due on a day. It counts while that is published. */
@Entity('disclosure_met')
export class DisclosureMetRow {
  @PrimaryColumn('uuid') itemId: string;
  @PrimaryColumn({ type: 'date' }) dueOn: string;
  @Column('uuid') bulletinId: string;
  @Column(instant) linkedAt: Date;
}
