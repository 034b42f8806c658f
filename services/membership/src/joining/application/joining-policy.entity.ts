import type { WorkLine } from '@gongxiang/contracts/membership/joining/work-line';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a union has said about joining it; unions without a row follow their tier. */
@Entity('joining_policy')
export class JoiningPolicyRow {
  @PrimaryColumn('uuid') unionId: string;
  @Column('integer') version: number;
  @Column('boolean') acceptsDirectMembers: boolean;
  /** For which it is the sector union. */
  @Column('text', { array: true }) workLines: WorkLine[];
  /** At the root only. */
  @Column('integer', { nullable: true }) workingDays: number | null;
}
