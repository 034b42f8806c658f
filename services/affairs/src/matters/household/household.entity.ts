import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member of the household that a matter is about, beside whoever brought it. */
@Entity('household_person')
export class HouseholdPersonRow {
  @PrimaryColumn('uuid') matterId: string;
  @PrimaryColumn('uuid') personId: string;
  @Column('uuid') addedBy: string;
  @Column(instant) addedAt: Date;
}

/** The plan of a household, of the matter in which it was agreed. Matters that join it refer to it. */
@Entity('household_plan')
export class HouseholdPlanRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') matterId: string;
  @Column(instant) agreedAt: Date;
  /** Null while it binds the household. */
  @Column({ ...instant, nullable: true }) endedAt: Date | null;
}
