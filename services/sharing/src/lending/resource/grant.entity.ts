import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import type {
  ApprovalKind,
  FeeUnit,
  FutureLoans,
  GranteeKind,
  GrantPriceKind,
  SilenceKind,
} from '@gongxiang/contracts/sharing/lending/grant-terms';
import type { GrantView } from '@gongxiang/contracts/sharing/lending/grant.contract';
import type { RuleWeekday } from '@gongxiang/contracts/sharing/lending/series-fields';
import type { UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import type { PartyKind } from '@gongxiang/domain';
import { fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('right_of_use')
export class GrantRow {
  @PrimaryColumn('uuid') resourceId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') granteeKind: GranteeKind;
  @Column('uuid', { nullable: true }) granteeUnionId: string | null;
  @Column('text', { nullable: true }) granteeSizeClass: SizeClassName | null;
  @Column('text', { nullable: true }) granteePartyKind: PartyKind | null;
  @Column('uuid', { nullable: true }) granteePartyId: string | null;
  @Column('integer', { nullable: true }) granteeWithinKm: number | null;
  @Column('text', { array: true }) onlySizes: SizeClassName[];
  @Column('uuid', { array: true }) exceptUnionIds: string[];
  @Column(instant) validFrom: Date;
  @Column(instant) validUntil: Date;
  @Column('text', { array: true }) businesses: UnionBusiness[];
  @Column('text', { array: true }) weekdays: RuleWeekday[];
  @Column('text', { nullable: true }) timeFrom: string | null;
  @Column('text', { nullable: true }) timeUntil: string | null;
  @Column('integer', { nullable: true }) hoursPerMonth: number | null;
  @Column('integer', { nullable: true }) loansPerMonth: number | null;
  @Column('integer', { nullable: true }) piecesPerMonth: number | null;
  @Column('text') approval: ApprovalKind;
  @Column('integer') decideWithinHours: number;
  @Column('text') onSilence: SilenceKind;
  @Column('text') priceKind: GrantPriceKind;
  @Column('text', { nullable: true }) priceText: string | null;
  @Column({ ...fen, nullable: true }) feeFen: bigint | null;
  @Column('text', { nullable: true }) feePer: FeeUnit | null;
  @Column({ ...fen, nullable: true }) depositFen: bigint | null;
  /** When it is revoked; may be in the future. */
  @Column({ ...instant, nullable: true }) revokedAt: Date | null;
  @Column('text', { nullable: true }) revokeReason: string | null;
  @Column('text', { nullable: true }) futureLoans: FutureLoans | null;
}

/** A version of a right. */
@Entity('right_of_use_version')
export class GrantVersionRow {
  @PrimaryColumn('uuid') resourceId: string;
  @PrimaryColumn('uuid') grantId: string;
  @PrimaryColumn('integer') version: number;
  @Column(instant) since: Date;
  @Column('jsonb') terms: GrantView;
}
