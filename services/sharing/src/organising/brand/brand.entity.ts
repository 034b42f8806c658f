import type { ActivityKind } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { AdoptionRequestState } from '@gongxiang/contracts/sharing/organising/adoption-request.contract';
import type { BrandAdoption, BrandState } from '@gongxiang/contracts/sharing/organising/brand.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BrandTemplate } from './template.js';

/** A successful activity that others may repeat. Its editions are activities, each of which knows its brand. */
@Entity('brand')
export class BrandRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') name: string;
  @Column('text') story: string;
  @Column('text') state: BrandState;
  @Column('text') adoption: BrandAdoption;
  /** The founding union, with its name at the time. */
  @Column('uuid') founderUnionId: string;
  @Column('text') founderName: string;
  @Column('uuid') firstActivityId: string;
  @Column('text') kind: ActivityKind;
  @Column('text') function: ResourceFunction;
  @Column('text') business: UnionBusiness;
  /** The latest version of its template. */
  @Column('integer') templateVersion: number;
  /** The number of the latest edition. */
  @Column('integer') editions: number;
  /** Each character and each pair of neighbours of its name and story. */
  @Column('text', { array: true }) searchTerms: string[];
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) publishedAt: Date | null;
}

/** One version of the template. Never updated. */
@Entity('brand_template')
export class BrandTemplateRow {
  @PrimaryColumn('uuid') brandId: string;
  @PrimaryColumn('integer') version: number;
  @Column('jsonb') template: BrandTemplate;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
}

/** A union's request to run editions of a brand. */
@Entity('brand_adoption_request')
export class AdoptionRequestRow {
  @PrimaryColumn('uuid') brandId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('text') unionName: string;
  @Column('uuid') askedBy: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text') state: AdoptionRequestState;
  @Column('text', { nullable: true }) reason: string | null;
  @Column(instant) createdAt: Date;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
}
