import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who takes part: that he does is known to the others, what he says of himself is sealed. */
@Entity('interest_participant')
export class InterestParticipantRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') personId: string;
  @Column('text') sealed: string;
}

/** One person's yes to another. Nothing but a keyed hash: neither of the two, nor when. */
@Entity('interest_choice')
export class InterestChoiceRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('text') choiceHash: string;
}

/** What one of two who chose each other sees of the other; the other has such a row too. */
@Entity('interest_match')
export class InterestMatchRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('text') readerHash: string;
  @PrimaryColumn('text') pairHash: string;
  @Column('text') sealed: string;
  @Column('boolean') ended: boolean;
  @Column(instant) keepUntil: Date;
}
