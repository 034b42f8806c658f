import { OneOf, Text, Uuid } from '../core/fields.js';

/** What may be scored: never a person. */
export const scoreSubjectKinds = ['activity', 'club', 'resource', 'union', 'brand'] as const;
export type ScoreSubjectKind = (typeof scoreSubjectKinds)[number];

export class ScoreSubject {
  @OneOf(scoreSubjectKinds, { name: 'ScoreSubjectKind' }) kind: ScoreSubjectKind;
  @Uuid() id: string;
}

export class ScoredSubject extends ScoreSubject {
  @Text({ nullable: true, description: 'Null where it is not known here yet' }) name: string | null;
}
