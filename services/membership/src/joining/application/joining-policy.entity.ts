import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a union has said about joining it; unions without a row follow their tier. */
@Entity('joining_policy')
export class JoiningPolicyRow {
  @PrimaryColumn('uuid') unionId: string;
  @Column('integer') version: number;
  @Column('boolean') acceptsDirectMembers: boolean;
  /** At the root only. */
  @Column('integer', { nullable: true }) workingDays: number | null;
}
