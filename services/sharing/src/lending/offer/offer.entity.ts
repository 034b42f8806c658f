import type { OfferKind } from '@gongxiang/contracts/sharing/finding/offer.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line by which something that can be shared is found: as long as it can be had, kept by whoever owns the thing itself. */
@Entity('offer')
export class OfferRow {
  /** Of the resource, the activity or the brand. */
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: OfferKind;
  @Column('text') title: string;
  /** The title, and title and description, in the one form in which words are compared. */
  @Column('text') heading: string;
  @Column('text') body: string;
  /** Each character and each pair of neighbours of it. */
  @Column('text', { array: true }) terms: string[];
  @Column('text') pinyin: string;
  @Column('text') function: ResourceFunction;
  @Column('text', { array: true }) businesses: UnionBusiness[];
  @Column('uuid') unionId: string;
  @Column('text', { nullable: true }) district: string | null;
  @Column('text', { nullable: true }) place: string | null;
  @Column('double precision', { nullable: true }) latitude: number | null;
  @Column('double precision', { nullable: true }) longitude: number | null;
  @Column('integer', { nullable: true }) capacity: number | null;
  /** Of an activity, with the end. */
  @Column({ ...instant, nullable: true }) startsAt: Date | null;
  @Column({ ...instant, nullable: true }) endsAt: Date | null;
}
