import type {
  BulletinAudience,
  BulletinTarget,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import { type Actor, beyondItself, beyondSubtree, DomainError, isWithin, rootPath } from '@gongxiang/domain';

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
  readonly audience: BulletinTarget;
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

/** The part of the tree whose members are asked to read it, as a range of paths. */
export function rangeOf(audience: BulletinAudience, path: string): { start: string; beyond: string } {
  return { start: path, beyond: audience === 'union' ? beyondItself(path) : beyondSubtree(path) };
}

/** Whom a bulletin is for, as its union says. */
export interface Target {
  readonly audience: BulletinTarget;
  readonly sizeClass: SizeClassName | null;
  readonly neighbourKm: number | null;
}

/** Whether more than the place in the tree decides on whom it is for. */
export function isTargeted(audience: BulletinTarget): audience is Exclude<BulletinTarget, BulletinAudience> {
  return audience === 'sizeClass' || audience === 'neighbours';
}

/**
 * With what its audience needs, and nothing else.
 * @throws DomainError `BULLETIN_AUDIENCE_UNSAID`
 */
export function targetOf(said: {
  readonly audience: BulletinTarget;
  readonly sizeClass?: SizeClassName | null | undefined;
  readonly neighbourKm?: number | null | undefined;
}): Target {
  const { audience, sizeClass = null, neighbourKm = null } = said;
  if (audience === 'sizeClass') {
    if (sizeClass === null) throw new DomainError('BULLETIN_AUDIENCE_UNSAID', { pointer: '/sizeClass' });
    return { audience, sizeClass, neighbourKm: null };
  }
  if (audience === 'neighbours') {
    if (neighbourKm === null) throw new DomainError('BULLETIN_AUDIENCE_UNSAID', { pointer: '/neighbourKm' });
    return { audience, sizeClass: null, neighbourKm };
  }
  return { audience, sizeClass: null, neighbourKm: null };
}

/** By which readers find it, see `audienceKeyOf`. */
export function targetKeyOf({ audience, sizeClass, neighbourKm }: Target, unionId: string): string {
  if (audience === 'sizeClass') return `sizeClass/${unionId}/${sizeClass}`;
  if (audience === 'neighbours') return `neighbours/${unionId}/${neighbourKm}`;
  return audienceKeyOf(audience, unionId);
}

/** The part of the tree in which those are for whom it is, as a range of paths. */
export function targetRangeOf(
  audience: BulletinTarget,
  path: string,
): { readonly start: string; readonly beyond: string } {
  if (audience === 'neighbours') return { start: rootPath, beyond: beyondSubtree(rootPath) };
  return rangeOf(audience === 'sizeClass' ? 'members' : audience, path);
}

interface Cited {
  readonly audience: BulletinTarget;
  /** See {@link targetKeyOf}. */
  readonly audienceKey: string;
  readonly unionPath: string;
}

/** Whether everybody for whom one bulletin is may read another. */
export function isReadByAllOf(cited: Cited, citing: Cited): boolean {
  if (cited.audience === 'public' || cited.audienceKey === citing.audienceKey) return true;
  // Neighbours stand anywhere in the tree.
  if (citing.audience === 'public' || citing.audience === 'neighbours') return false;
  return cited.audience === 'members' && isWithin(citing.unionPath, cited.unionPath);
}
