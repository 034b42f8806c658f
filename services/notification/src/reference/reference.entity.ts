import type { MatterKind } from '@gongxiang/contracts/words/matter';
import type { RoleName } from '@gongxiang/domain';
import { instant, treePath } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A copy of a union published by membership. */
@Entity('union_ref')
export class UnionRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column(treePath) path: string;
  @Column('text') name: string;
  @Column('boolean') active: boolean;
}

/** A copy of a role granted at a union; `revokedAt` is null while it holds. */
@Entity('role_ref')
export class RoleRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') personId: string;
  @Column('uuid') unionId: string;
  @Column('text') role: RoleName;
  @Column({ ...instant, nullable: true }) revokedAt: Date | null;
}

/** A copy of a delegation published by sharing: a person acts in a matter until one of its ends. */
@Entity('delegation_ref')
export class DelegationRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') matterKind: MatterKind;
  @Column('uuid') matterId: string;
  @Column('uuid') personId: string;
  @Column({ ...instant, nullable: true }) validTo: Date | null;
  @Column({ ...instant, nullable: true }) revokedAt: Date | null;
}
