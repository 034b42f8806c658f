import type { Locale } from '@gongxiang/domain';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('person')
export class PersonRow {
  @PrimaryColumn('uuid') id: string;
  /** Counts every change of the person, of their roles and of their membership. */
  @Column('integer') version: number;
  @Column('text', { nullable: true }) account: string | null;
  @Column('text', { nullable: true }) passwordHash: string | null;
  @Column('text') name: string;
  @Column('text') nameHash: string;
  @Column('text') maskedName: string;
  @Column('text', { nullable: true }) residentNumber: string | null;
  @Column('text', { nullable: true }) residentNumberHash: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) phoneHash: string | null;
  @Column('text') locale: Locale;
  @Column(instant) createdAt: Date;
  /** When everything above was erased at the request of the person; null for everybody else. */
  @Column({ ...instant, nullable: true }) erasedAt: Date | null;
}
