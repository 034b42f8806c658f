import type {
  FoundingForm,
  FoundingState,
  FoundingStepKind,
} from '@gongxiang/contracts/membership/joining/founding.contract';
import type { UsccCheck } from '@gongxiang/contracts/membership/unions/union.contract';
import type { Locale, Sector } from '@gongxiang/domain';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A filing that founds a union. Personal values are sealed under its id, and null once deleted. */
@Entity('union_founding')
export class FoundingRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') number: string;
  @Column('text') state: FoundingState;
  @Column('text') enterpriseName: string;
  @Column('text') uscc: string;
  @Column('text') usccCheck: UsccCheck;
  @Column('integer') employees: number;
  @Column('text', { nullable: true }) sector: Sector | null;
  @Column('double precision', { nullable: true }) revenueWan: number | null;
  @Column('double precision', { nullable: true }) assetsWan: number | null;
  @Column('text') place: string;
  @Column('integer') plannedMembers: number;
  @Column('integer') womenMembers: number;
  @Column('text') form: FoundingForm;
  @Column('text', { nullable: true }) contactName: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) phoneHash: string | null;
  /** In which its contact is told what has become of it. */
  @Column('text') locale: Locale;
  /** Sealed: a list of {@link Candidate}. */
  @Column('text', { nullable: true }) candidates: string | null;
  @Column('date', { nullable: true }) heldOn: string | null;
  @Column('integer', { nullable: true }) entitled: number | null;
  @Column('integer', { nullable: true }) present: number | null;
  /** Sealed: {@link Elected}. */
  @Column('text', { nullable: true }) elected: string | null;
  /** The union under which the new one comes. */
  @Column('uuid') parentId: string;
  /** The union that has to decide, or has decided: the parent, or one above that was silent or was appealed to. */
  @Column('uuid') unionId: string;
  @Column('boolean') appealed: boolean;
  @Column('text', { nullable: true }) approvalNumber: string | null;
  @Column('date', { nullable: true }) approvedOn: string | null;
  /** The union that came of it, or the joint union. */
  @Column('uuid', { nullable: true }) foundedUnionId: string | null;
  /** Of who was elected chair. */
  @Column('uuid', { nullable: true }) membershipId: string | null;
  @Column('text') consentVersion: string;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) dueAt: Date | null;
  /** When it lapses unless its contact goes on with it. */
  @Column({ ...instant, nullable: true }) lapsesAt: Date | null;
  /** When it ended. */
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
}

/** Each thing that has happened to a filing. */
@Entity('union_founding_step')
export class FoundingStepRow {
  @PrimaryColumn('uuid') foundingId: string;
  @PrimaryColumn('integer') number: number;
  @Column('text') kind: FoundingStepKind;
  /** The union that had the filing from then on. */
  @Column('uuid') unionId: string;
  @Column(instant) at: Date;
  /** Sealed. */
  @Column('text', { nullable: true }) reason: string | null;
}
