import type {
  ApplicationState,
  EmployerKind,
  TurnKind,
  TurnOutcome,
} from '@gongxiang/contracts/membership/joining/application.contract';
import type { Locale } from '@gongxiang/domain';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's wish to join. Personal values are sealed under the id of the application, and null once deleted. */
@Entity('application')
export class ApplicationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') number: string;
  @Column('text') state: ApplicationState;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) nameHash: string | null;
  @Column('text') maskedName: string;
  @Column('text', { nullable: true }) residentNumber: string | null;
  @Column('text', { nullable: true }) residentNumberHash: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) phoneHash: string | null;
  /** In which its applicant is told what has become of it. */
  @Column('text') locale: Locale;
  @Column('text') employerKind: EmployerKind;
  @Column('uuid', { nullable: true }) enterpriseId: string | null;
  /** Sealed: the name of an enterprise that is not in the network, the work, and the place. */
  @Column('text', { nullable: true }) workplace: string | null;
  @Column('boolean') employerHidden: boolean;
  /** The union that has to decide, or has decided. */
  @Column('uuid') unionId: string;
  @Column('boolean') appealed: boolean;
  @Column('text') consentVersion: string;
  @Column('uuid', { nullable: true }) invitationId: string | null;
  @Column('uuid', { nullable: true }) membershipId: string | null;
  @Column(instant) createdAt: Date;
  /** Until when the union decides; null once it is decided. */
  @Column({ ...instant, nullable: true }) dueAt: Date | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
}

/** The time that an application spends with one union: its history, and what statistics count. */
@Entity('application_turn')
export class ApplicationTurnRow {
  @PrimaryColumn('uuid') applicationId: string;
  @PrimaryColumn('integer') number: number;
  @Column('uuid') unionId: string;
  @Column('text') kind: TurnKind;
  @Column(instant) beganAt: Date;
  @Column(instant) dueAt: Date;
  @Column({ ...instant, nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) outcome: TurnOutcome | null;
  /** Sealed: why it was appealed to this union, or refused or forwarded by it. */
  @Column('text', { nullable: true }) reason: string | null;
}
