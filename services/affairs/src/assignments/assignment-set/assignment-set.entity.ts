import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Unions below a union, under a name. */
@Entity('assignment_set')
export class AssignmentSetRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('text') name: string;
  /** Each for itself. */
  @Column('uuid', { array: true }) unionIds: string[];
  /** Each with all below it. */
  @Column('uuid', { array: true }) branchIds: string[];
}
