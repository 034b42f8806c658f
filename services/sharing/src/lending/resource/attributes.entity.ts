import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Attributes that only resources of one function have; see `attributesOf`. */
@Entity('resource_attributes')
export class AttributesRow {
  @PrimaryColumn('uuid') resourceId: string;
  @Column('integer') version: number;
  @Column('integer', { nullable: true }) areaSquareMetres: number | null;
  @Column('integer', { nullable: true }) seats: number | null;
  @Column('text', { array: true }) equipment: string[];
  @Column('text', { nullable: true }) accessibility: string | null;
  @Column('text', { array: true }) skills: string[];
  @Column('text', { array: true }) languages: string[];
  @Column('text', { array: true }) certificates: string[];
  @Column('text', { nullable: true }) included: string | null;
  @Column('boolean', { nullable: true }) atBorrowersPlace: boolean | null;
}
