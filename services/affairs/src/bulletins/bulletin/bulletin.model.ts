import type {
  BulletinAudience,
  BulletinState,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import { type Actor, beyondItself, beyondSubtree, dayMs, DomainError, isWithin } from '@gongxiang/domain';

export type BulletinAct =
  | 'change'
  | 'publish'
  | 'hold'
  | 'release'
  | 'sendBack'
  | 'sendBackRestored'
  | 'correct'
  | 'hide'
  | 'show'
  | 'withdraw'
  | 'restore';

/** To which state each act leads, from those in which it is possible. */
const steps: Readonly<Record<BulletinAct, Partial<Record<BulletinState, BulletinState>>>> = {
  change: { draft: 'draft' },
  publish: { draft: 'published' },
  hold: { draft: 'waiting', published: 'waiting', withdrawn: 'waiting' },
  release: { waiting: 'published' },
  sendBack: { waiting: 'draft' },
  // What readers were told to be withdrawn stays so.
  sendBackRestored: { waiting: 'withdrawn' },
  // What is hidden stays hidden until whoever has hidden it agrees.
  correct: { published: 'published', hidden: 'hidden' },
  hide: { published: 'hidden' },
  show: { hidden: 'published' },
  withdraw: { published: 'withdrawn' },
  restore: { withdrawn: 'published' },
};

/** @throws DomainError `BULLETIN_STATE` */
export function nextBulletinState(state: BulletinState, act: BulletinAct): BulletinState {
  const to = steps[act][state];
  if (to === undefined) throw new DomainError('BULLETIN_STATE');
  return to;
}

/** Since when it is shown if it is published now: at once, or from its time if that is still to come. */
export function shownFromOf(planned: Date | null, now: Date): Date {
  return planned !== null && planned > now ? planned : now;
}

/** @throws DomainError `BULLETIN_PERIOD_REVERSED` */
export function requirePeriod(from: Date | null, until: Date | null): void {
  if (from !== null && until !== null && until <= from)
    throw new DomainError('BULLETIN_PERIOD_REVERSED', { pointer: '/until' });
}

/** @throws DomainError `BULLETIN_PERIOD_OVER` */
export function requireNotOver(until: Date | null, now: Date): void {
  if (until !== null && until <= now) throw new DomainError('BULLETIN_PERIOD_OVER');
}

const publicKey = 'public';

/** By which readers find it: the same for all bulletins of one audience. */
export function audienceKeyOf(audience: BulletinAudience, unionId: string): string {
  return audience === 'public' ? publicKey : `${audience}/${unionId}`;
}

/**
 * All audiences to which somebody belongs.
 * @param upwards their union and those above it
 */
export function keysOf(unionId: string | null, upwards: readonly string[]): string[] {
  return [
    publicKey,
    ...(unionId === null ? [] : [audienceKeyOf('union', unionId)]),
    ...upwards.map((id) => audienceKeyOf('members', id)),
  ];
}

type Belonging = Pick<Actor, 'unionId' | 'unionPath'> | null;

/** What decides on whom it is for. */
interface Addressed {
  readonly audience: BulletinAudience;
  readonly unionId: string;
  readonly unionPath: string;
}

/** Whether somebody belongs to whom it is for. */
export function isFor(bulletin: Addressed, reader: Belonging): boolean {
  return bulletin.audience === 'public' || isMemberOf(bulletin, reader);
}

/** Whether somebody has to confirm it: anybody may read what is public, and only members are asked to. */
export function isAsked(bulletin: Addressed & { readonly mustRead: boolean }, reader: Belonging): boolean {
  return bulletin.mustRead && isMemberOf(bulletin, reader);
}

function isMemberOf({ audience, unionId, unionPath }: Addressed, reader: Belonging): boolean {
  if (reader === null || reader.unionPath === null) return false;
  return audience === 'union' ? reader.unionId === unionId : isWithin(reader.unionPath, unionPath);
}

/** Whether somebody reads it who has not to confirm it. */
export function isForMoreThanAsked({
  mustRead,
  audience,
}: {
  readonly mustRead: boolean;
  readonly audience: BulletinAudience;
}): boolean {
  return !mustRead || audience === 'public';
}

/** Whether a follower is notified of it: whoever may read it, but its author, and those who are notified because they must read it. */
export function isToldAsFollower(
  bulletin: Addressed & { readonly mustRead: boolean; readonly createdBy: string },
  follower: Pick<Actor, 'unionId' | 'unionPath'> & { readonly personId: string },
): boolean {
  if (follower.personId === bulletin.createdBy) return false;
  return isFor(bulletin, follower) && !isAsked(bulletin, follower);
}

/** Whether everybody for whom one bulletin is may read another. */
export function isReadByAllOf(cited: Addressed, citing: Addressed): boolean {
  if (cited.audience === 'public') return true;
  if (citing.audience === 'public') return false;
  if (cited.audience === 'members') return isWithin(citing.unionPath, cited.unionPath);
  return citing.audience === 'union' && citing.unionId === cited.unionId;
}

/** The part of the tree whose members are asked to read it, as a range of paths. */
export function rangeOf(audience: BulletinAudience, path: string): { start: string; beyond: string } {
  return { start: path, beyond: audience === 'union' ? beyondItself(path) : beyondSubtree(path) };
}

/** Whether readers see it, or that it was taken back. */
export function isShown(
  {
    state,
    shownFrom,
    shownUntil,
  }: { readonly state: BulletinState; readonly shownFrom: Date | null; readonly shownUntil: Date | null },
  now: Date,
): boolean {
  if (state !== 'published' && state !== 'withdrawn') return false;
  if (shownFrom === null || shownFrom > now) return false;
  return shownUntil === null || shownUntil > now;
}

/** @throws DomainError `BULLETIN_REMINDED` within a day of the last time */
export function requireRemindable(remindedAt: Date | null, now: Date): void {
  if (remindedAt !== null && now.getTime() - remindedAt.getTime() < dayMs)
    throw new DomainError('BULLETIN_REMINDED');
}

/** The first words of a text, without the marks of Markdown. @param max characters */
export function excerptOf(text: string, max: number): string {
  const plain = text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#{1,6}|>|[-*+]|\d+\.)\s+/gm, '')
    .replace(/[*_`~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...plain];
  return letters.length <= max ? plain || '…' : `${letters.slice(0, max - 1).join('')}…`;
}
