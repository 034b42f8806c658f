import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A copy of what membership tells of a club. */
@Entity('club_ref')
export class ClubRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') name: string;
  /** The union that stands behind it. */
  @Column('uuid', { nullable: true }) unionId: string | null;
  @Column('boolean') active: boolean;
}
