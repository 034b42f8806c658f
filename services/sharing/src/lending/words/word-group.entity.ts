import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WordGroupStep } from './word-group.model.js';
import type { ThingKind } from './thesaurus.model.js';

/** A change of the federation to a group of words that mean the same; append-only, the last one of each word counts. */
@Entity('word_group_change')
export class WordGroupChangeRow {
  /** In the order in which they took effect. */
  @PrimaryColumn('integer') number: number;
  /** The name of the group. */
  @Column('text') word: string;
  /** Of the group; 1 for its first change. */
  @Column('integer') version: number;
  @Column('text') step: WordGroupStep;
  @Column('text', { array: true }) same: string[];
  @Column('text', { array: true }) hints: string[];
  @Column('text', { nullable: true }) wider: string | null;
  @Column('text', { nullable: true }) kind: ThingKind | null;
  @Column('text') reason: string;
  @Column('uuid') setBy: string;
  @Column(instant) setAt: Date;
}
