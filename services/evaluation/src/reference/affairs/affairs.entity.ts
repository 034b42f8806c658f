import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a matter goes that people brought to a union; not whose it is, nor what it says. */
@Entity('matter_ref')
export class MatterRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  /** Null while its time stands still, and once it is withdrawn. */
  @Column({ ...instant, nullable: true }) decideBy: Date | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
  @Column('integer') escalations: number;
  @Column('boolean') isReopened: boolean;
  @Column('smallint', { nullable: true }) stars: number | null;
  @Column({ ...instant, nullable: true }) ratedAt: Date | null;
}

/** How the part of one union in a task goes. */
@Entity('assignment_part_ref')
export class AssignmentPartRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  /** Null while it is looked at, and if its task was closed before it was accepted. */
  @Column({ ...day, nullable: true }) dueOn: string | null;
  /** When what is accepted was returned. */
  @Column({ ...day, nullable: true }) returnedOn: string | null;
}

/** How many of those who had to read a bulletin confirmed it while it was shown. */
@Entity('bulletin_reach')
export class BulletinReachRef {
  @PrimaryColumn('uuid') bulletinId: string;
  @Column('integer') version: number;
  /** The union that published it. */
  @Column('uuid') unionId: string;
  @Column(instant) shownUntil: Date;
  @Column('integer') members: number;
  @Column('integer') confirmed: number;
}
