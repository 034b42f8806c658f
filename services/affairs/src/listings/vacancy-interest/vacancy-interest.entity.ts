import type { VacancyInterestState } from '@gongxiang/contracts/affairs/listings/vacancy.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That somebody is interested in a vacancy. It is deleted when they take it back. */
@Entity('vacancy_interest')
export class VacancyInterestRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') vacancyId: string;
  @Column('uuid') personId: string;
  @Column('text') state: VacancyInterestState;
  @Column('text') sealedName: string;
  @Column('text', { nullable: true }) sealedWords: string | null;
  @Column('text') sealedPhone: string;
  @Column(instant) sentAt: Date;
  @Column({ ...instant, nullable: true }) answeredAt: Date | null;
  @Column('uuid', { nullable: true }) answeredBy: string | null;
}
