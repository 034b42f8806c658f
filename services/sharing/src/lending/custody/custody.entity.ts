import type { CustodyAct, PieceCondition } from '@gongxiang/contracts/sharing/lending/piece.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('piece')
export class PieceRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') resourceId: string;
  @Column('text') code: string;
  @Column('integer') number: number;
  @Column('text') label: string;
  @Column('text', { nullable: true }) serial: string | null;
  @Column('text') condition: PieceCondition;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { nullable: true }) place: string | null;
  @Column({ ...instant, nullable: true }) retiredAt: Date | null;
  @Column(instant) createdAt: Date;
}

/** A custody period of a piece: from when to when, for which loan. */
@Entity('loan_piece')
export class LoanPieceRow {
  @PrimaryColumn('uuid') loanId: string;
  @PrimaryColumn('uuid') pieceId: string;
  @Column(instant) outAt: Date;
  @Column({ ...instant, nullable: true }) backAt: Date | null;
}

/** An entry of a piece's custody trail; never updated. */
@Entity('piece_custody')
export class CustodyRow {
  @PrimaryColumn('uuid') pieceId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') act: CustodyAct;
  @Column(instant) at: Date;
  @Column('uuid') byPerson: string;
  @Column('uuid', { nullable: true }) loanId: string | null;
  @Column('text', { nullable: true }) condition: PieceCondition | null;
  @Column('text', { nullable: true }) note: string | null;
}
