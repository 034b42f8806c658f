import type { CoverageKind } from '@gongxiang/contracts/affairs/matters/coverage-kind';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many people of a sort there are at a union, as its officer has stated it for a year. */
@Entity('cover_audience')
export class CoverAudienceRow {
  @PrimaryColumn('uuid') unionId: string;
  @PrimaryColumn('smallint') year: number;
  @PrimaryColumn('text') kind: CoverageKind;
  @Column('integer') people: number;
}
