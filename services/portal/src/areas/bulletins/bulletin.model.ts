import type { components } from '../../api/schema.js';

export type Bulletin = components['schemas']['BulletinView'];
export type BulletinSummary = components['schemas']['BulletinSummary'];
export type BulletinDefinition = components['schemas']['ChangeBulletinBody'];
export type BulletinCorrection = components['schemas']['CorrectBulletinBody'];
export type BulletinKind = BulletinSummary['kind'];
export type SizeClass = NonNullable<Bulletin['sizeClass']>;
export type BulletinCommenting = Bulletin['commenting'];
export type BulletinState = BulletinSummary['state'];
export type BulletinAudience = BulletinSummary['audience'];

export const bulletinKinds = [
  'news',
  'policy',
  'knowHow',
  'disclosure',
  'result',
  'course',
] as const satisfies readonly BulletinKind[];
export const bulletinStates = [
  'published',
  'draft',
  'waiting',
  'hidden',
  'withdrawn',
] as const satisfies readonly BulletinState[];
export const bulletinAudiences = [
  'members',
  'union',
  'sizeClass',
  'neighbours',
  'public',
] as const satisfies readonly BulletinAudience[];
export const sizeClasses = [
  'large',
  'medium',
  'small',
  'micro',
  'unclassified',
] as const satisfies readonly SizeClass[];
/** Distances that are offered, as a list has them. */
export const neighbourKms = ['1', '3', '5', '10', '20', '50'] as const;

export const bulletinCommentings = [
  'open',
  'checked',
  'off',
] as const satisfies readonly BulletinCommenting[];

export const titleMax = 100;
export const textMax = 20_000;
export const noteMax = 500;

/** Words to explain what a reader sees of a bulletin that was corrected; null of one that never was. */
export function lastCorrectionOf({ revisions }: Bulletin): { at: string; note: string } | null {
  const [last] = revisions;
  return last === undefined || last.note === null ? null : { at: last.at, note: last.note };
}
