import type {
  ServiceCategory,
  ServiceDefinition,
  ServiceItemState,
} from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that a union does for its people: name and category are those of the present edition, to be found by. */
@Entity('service_item')
export class ServiceItemRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('text') state: ServiceItemState;
  @Column('integer') edition: number;
  @Column('text') name: string;
  /** Of the name, as people type it. */
  @Column('text') pinyin: string;
  @Column('text') category: ServiceCategory;
  @Column('text', { nullable: true }) closeReason: string | null;
  @Column({ ...instant, nullable: true }) openedAt: Date | null;
}

/** What a service says and asks since some day. It is never changed: matters refer to it. */
@Entity('service_edition')
export class ServiceEditionRow {
  @PrimaryColumn('uuid') serviceId: string;
  @PrimaryColumn('integer') number: number;
  @Column('jsonb') definition: ServiceDefinition;
  @Column(instant) createdAt: Date;
}
