import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who is named for a service: they deal with its matters at a union and at those below it. */
@Entity('service_handler')
export class ServiceHandlerRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') serviceId: string;
  @Column('uuid') unionId: string;
  @Column('uuid') personId: string;
  /** As what they deal with it: a lawyer, a counsellor. */
  @Column('text') title: string;
  @Column('uuid') namedBy: string;
  @Column(instant) namedAt: Date;
  @Column('uuid', { nullable: true }) endedBy: string | null;
  @Column({ ...instant, nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) endReason: string | null;
}
