import type { OutsideChannel } from '@gongxiang/contracts/affairs/bulletins/bulletin-outside-count.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a channel outside the platform said of a bulletin on a day. */
@Entity('bulletin_outside_count')
export class OutsideCountRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') bulletinId: string;
  @Column('text') channel: OutsideChannel;
  /** Empty where there is one of its sort alone. */
  @Column('text') name: string;
  @Column({ type: 'date' }) day: string;
  @Column('integer') readers: number;
  @Column('integer', { nullable: true }) likes: number | null;
  @Column('integer', { nullable: true }) shares: number | null;
  @Column('uuid') enteredBy: string;
  @Column(instant) enteredAt: Date;
}
