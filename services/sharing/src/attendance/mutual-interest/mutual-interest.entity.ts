import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A participant: their participation is visible to the others, their profile is sealed. */
@Entity('interest_participant')
export class InterestParticipantRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') personId: string;
  @Column('text') sealed: string;
}

/** A person's yes to another. Only a keyed hash: neither of the two, nor the time. */
@Entity('interest_choice')
export class InterestChoiceRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('text') choiceHash: string;
}

/** What one of a mutual match sees of the other; the other has such a row too. */
@Entity('interest_match')
export class InterestMatchRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('text') readerHash: string;
  @PrimaryColumn('text') pairHash: string;
  @Column('text') sealed: string;
  @Column('boolean') ended: boolean;
  @Column(instant) keepUntil: Date;
}
