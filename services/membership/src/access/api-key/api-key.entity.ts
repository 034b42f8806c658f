import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('api_key')
export class ApiKeyRow {
  @PrimaryColumn('uuid') id: string;
  /** The person it acts for. */
  @Column('uuid') personId: string;
  @Column('text') name: string;
  @Column('text', { array: true }) scopes: string[];
  /** SHA-256 of the whole key text: it has 256 random bits, so nothing slower is needed. */
  @Column('text') keyHash: string;
  @Column(instant) createdAt: Date;
  @Column(instant) expiresAt: Date;
  @Column({ ...instant, nullable: true }) revokedAt: Date | null;
  /** Noted once an hour at most; null: not since `notedFrom`. */
  @Column({ ...instant, nullable: true }) lastUsedAt: Date | null;
  /** From when on uses are noted: when it was made, or later for keys from before. */
  @Column(instant) notedFrom: Date;
}
