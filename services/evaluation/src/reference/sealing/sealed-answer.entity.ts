import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * An answer: of nobody. It is sealed as soon as it has been checked, and only the key file of its survey opens it; all have one
 * length. Neither an id nor a time stands here: what is sent again is known by the hash of the token. Surveys of activities
 * and of seasons keep them alike.
 */
@Entity('sealed_answer')
export class SealedAnswerRow {
  @PrimaryColumn('uuid') surveyId: string;
  @PrimaryColumn('bytea') tokenHash: Buffer;
  /** SHA-256 of what the phone made up for this answer: the same again is a retry, another is a second answer. */
  @Column('bytea') receiptHash: Buffer;
  @Column('bytea') sealed: Buffer;
}

/** What was written in answer to one question, or that nothing was: one for each such question and each answer. */
@Entity('sealed_text')
export class SealedTextRow {
  @PrimaryColumn('uuid') surveyId: string;
  /** Random: one that is ordered by time would tell the time. */
  @PrimaryColumn('uuid') id: string;
  @Column('bytea') sealed: Buffer;
}
