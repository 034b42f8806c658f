import type { ChosenPurpose } from '@gongxiang/contracts/words/consent';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person has decided about a purpose last, here or in their account. */
@Entity('person_consent')
export class PersonConsentRow {
  @PrimaryColumn('uuid') personId: string;
  @PrimaryColumn('text') purpose: ChosenPurpose;
  @Column('integer') textVersion: number;
  @Column('boolean') given: boolean;
  @Column(instant) at: Date;
}

/** The version of the present text of a purpose. */
@Entity('purpose_text')
export class PurposeTextRow {
  @PrimaryColumn('text') purpose: ChosenPurpose;
  @Column('integer') version: number;
}
