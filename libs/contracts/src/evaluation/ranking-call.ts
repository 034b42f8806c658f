import { Instant, OneOf, Text, Uuid, UuidList, Whole } from '../core/fields.js';

/** What those behind a ranking are told: what becomes of it, and of an appeal against it, which others are to decide. */
export const rankingCallKinds = [
  'rankingOnNotice',
  'rankingCorrected',
  'rankingFinal',
  'rankingWithdrawn',
  'rankingOutdated',
  'appealMade',
  'appealUpheld',
  'appealRejected',
] as const;
export type RankingCallKind = (typeof rankingCallKinds)[number];

/** How many unions one event names. */
export const rankingUnionsMax = 500;

/** Some of those whom a ranking concerns are told of it: whom an event cannot hold the next one does. */
export class RankingCall {
  @OneOf(rankingCallKinds) kind: RankingCallKind;
  @Uuid() rankingId: string;
  /** The appeal, where one was made or decided; otherwise the ranking. Nobody hears the same twice. */
  @Uuid() aboutId: string;
  @Text({ max: 200 }) title: string;
  /** By when whoever is ranked may appeal; null where it is too late, or not yet time. */
  @Instant({ nullable: true }) until: string | null;
  @Text({ nullable: true, max: 500, description: 'Why it was withdrawn' }) reason: string | null;
  /** From 0 on. */
  @Whole() page: number;
  /** Whose officers are told: of the unions behind what is ranked, or left out; of an appeal who decides at the one that ranks. */
  @UuidList({ max: rankingUnionsMax }) unionIds: string[];
  /** Who has appealed. */
  @UuidList({ max: 1 }) personIds: string[];
  /** Who may not decide on the appeal: who made or published the ranking, and who appealed. */
  @UuidList({ max: 3 }) exceptIds: string[];
}
