import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An office of a union where people turn to. */
@Entity('contact_point')
export class ContactPointRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) about: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text', { nullable: true }) hours: string | null;
  @Column('boolean') active: boolean;
  @Column(instant) createdAt: Date;
}
