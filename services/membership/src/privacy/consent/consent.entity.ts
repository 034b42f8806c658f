import type { ChosenPurpose, Purpose } from '@gongxiang/contracts/words/consent';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of the text of a purpose. Texts that were published never change. */
@Entity('consent_text')
export class ConsentTextRow {
  @PrimaryColumn('text') purpose: Purpose;
  @PrimaryColumn('integer') version: number;
  @Column('text') textZh: string;
  @Column('text') textEn: string;
  @Column(instant) publishedAt: Date;
  /** Null for the texts that the platform came with. */
  @Column('uuid', { nullable: true }) publishedBy: string | null;
}

/** A decision of a person about a purpose; the one of the latest time counts, the others are evidence. */
@Entity('consent_decision')
export class ConsentDecisionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('text') purpose: ChosenPurpose;
  @Column('integer') textVersion: number;
  @Column('boolean') given: boolean;
  @Column(instant) at: Date;
}
