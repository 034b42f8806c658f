import { Column, Entity, PrimaryColumn } from 'typeorm';

/** In how many matters of a topic a word was, of those whose topic somebody has confirmed. */
@Entity('topic_word')
export class TopicWordRow {
  @PrimaryColumn('uuid') serviceId: string;
  @PrimaryColumn('text') topic: string;
  /** A keyed hash of it: no word stands here. */
  @PrimaryColumn('text') word: string;
  @Column('integer') matters: number;
}

/** How many matters were confirmed to be of a topic. */
@Entity('topic_total')
export class TopicTotalRow {
  @PrimaryColumn('uuid') serviceId: string;
  @PrimaryColumn('text') topic: string;
  @Column('integer') matters: number;
}

/** The key under which the words of one service are hashed. */
@Entity('topic_key')
export class TopicKeyRow {
  @PrimaryColumn('uuid') serviceId: string;
  @Column('text') sealedKey: string;
}
