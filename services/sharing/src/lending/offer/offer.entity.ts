import type { OfferKind } from '@gongxiang/contracts/sharing/finding/offer.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A search row for something that can be shared, as long as it is available; maintained by the owner of the thing
 * itself.
 */
@Entity('offer')
export class OfferRow {
  /** The id of the resource, the activity or the brand. */
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: OfferKind;
  @Column('text') title: string;
  /** The title, and title and description, normalised for comparison. */
  @Column('text') heading: string;
  @Column('text') body: string;
  /** Each character and each pair of neighbours of the body. */
  @Column('text', { array: true }) terms: string[];
  @Column('text') pinyin: string;
  /** What title and description name by the thesaurus, and how the neighbours in the title sound, see `words/analyser.ts`. */
  @Column('text', { array: true }) meanings: string[];
  @Column('text') function: ResourceFunction;
  @Column('text', { array: true }) businesses: UnionBusiness[];
  @Column('uuid') unionId: string;
  @Column('text', { nullable: true }) district: string | null;
  @Column('text', { nullable: true }) place: string | null;
  @Column('double precision', { nullable: true }) latitude: number | null;
  @Column('double precision', { nullable: true }) longitude: number | null;
  @Column('integer', { nullable: true }) capacity: number | null;
  /** For an activity, with the end. */
  @Column({ ...instant, nullable: true }) startsAt: Date | null;
  @Column({ ...instant, nullable: true }) endsAt: Date | null;
}
