import type {
  CircleJoining,
  CircleMemberState,
  CircleState,
} from '@gongxiang/contracts/affairs/circles/circle.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where people talk with each other, across the unions below that which has founded it. */
@Entity('circle')
export class CircleRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('text') state: CircleState;
  @Column('text') name: string;
  @Column('text') pinyin: string;
  @Column('text') about: string;
  @Column('text') joining: CircleJoining;
  @Column('uuid') createdBy: string;
}

/** How somebody stands to a circle; whoever has left keeps their row, which has the name beside their posts. */
@Entity('circle_member')
export class CircleMemberRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') circleId: string;
  @Column('uuid') personId: string;
  @Column('text') state: CircleMemberState;
  @Column('boolean') isModerator: boolean;
  @Column('text', { nullable: true }) sealedName: string | null;
  /** Why they were removed. */
  @Column('text', { nullable: true }) sealedReason: string | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column(instant) since: Date;
}
