import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * An anonymous answer. It is sealed as soon as it was checked, only the key file of its survey opens it, and all have
 * the same length. It has neither an id nor a time; a retry is recognised by the hash of the token. Surveys of
 * activities and of seasons store answers alike.
 */
@Entity('sealed_answer')
export class SealedAnswerRow {
  @PrimaryColumn('uuid') surveyId: string;
  @PrimaryColumn('bytea') tokenHash: Buffer;
  /**
   * SHA-256 of a secret that the client generated for this answer: the same secret is a retry, another one a second
   * answer.
   */
  @Column('bytea') receiptHash: Buffer;
  @Column('bytea') sealed: Buffer;
}

/** The text answer to one question, or its absence: one row per text question and answer. */
@Entity('sealed_text')
export class SealedTextRow {
  @PrimaryColumn('uuid') surveyId: string;
  /** Random, because a time-ordered id would reveal the time. */
  @PrimaryColumn('uuid') id: string;
  @Column('bytea') sealed: Buffer;
}
