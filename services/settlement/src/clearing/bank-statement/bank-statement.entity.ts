import type {
  BankDirection,
  BankRowProblem,
  BankStatementState,
} from '@gongxiang/contracts/settlement/clearing/bank-statement.contract';
import type { DuesLineReason, DuesLineState } from '@gongxiang/contracts/words/dues-line';
import { day, fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('bank_statement')
export class BankStatementRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  /** The union's name for the account. */
  @Column('text') account: string;
  @Column('text') fileKey: string;
  @Column('text') encoding: string;
  @Column('text') state: BankStatementState;
  @Column('integer') lineCount: number;
  @Column('integer') knownCount: number;
  @Column('integer') usedCount: number;
  @Column('integer') skippedCount: number;
  @Column('jsonb') skipped: { row: number; code: BankRowProblem }[];
  @Column({ ...day, nullable: true }) firstOn: string | null;
  @Column({ ...day, nullable: true }) lastOn: string | null;
  @Column('uuid') importedBy: string;
  @Column(instant) importedAt: Date;
  @Column('uuid', { nullable: true }) undoneBy: string | null;
  @Column({ ...instant, nullable: true }) undoneAt: Date | null;
}

@Entity('bank_line')
export class BankLineRow {
  @PrimaryColumn('uuid') statementId: string;
  /** The row number in the file. */
  @PrimaryColumn('integer') number: number;
  @Column('uuid') unionId: string;
  @Column('text') account: string;
  @Column('text') hash: string;
  @Column(day) bookedOn: string;
  @Column('text') direction: BankDirection;
  @Column(fen) amountFen: bigint;
  @Column('text') counterparty: string;
  @Column('text') summary: string;
  @Column('text', { nullable: true }) serial: string | null;
  @Column('uuid', { nullable: true }) paymentId: string | null;
  @Column({ ...instant, nullable: true }) usedAt: Date | null;
  @Column('uuid', { nullable: true }) usedBy: string | null;
}

/** The dues that a line was assigned to; gone once it was released. */
@Entity('bank_line_dues')
export class BankLineDuesRow {
  /** By which membership knows the line. */
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') statementId: string;
  @Column('integer') number: number;
  @Column('uuid') unionId: string;
  @Column('integer') version: number;
  @Column('text') reference: string;
  @Column('boolean') keepsExcess: boolean;
  @Column('text') state: DuesLineState;
  @Column('text', { nullable: true }) reason: DuesLineReason | null;
  @Column('text', { nullable: true }) receipt: string | null;
  @Column('text', { nullable: true }) refundReference: string | null;
  /** The last answer of membership that was heard, to this version. */
  @Column('integer') answer: number;
  @Column('uuid') changedBy: string;
  @Column(instant) changedAt: Date;
}
