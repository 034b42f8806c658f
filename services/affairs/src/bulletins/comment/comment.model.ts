import type { BulletinCommentState } from '@gongxiang/contracts/affairs/bulletins/bulletin-comment.contract';
import type { BulletinCommenting } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';

/** What decides on how a comment stands once it is written. */
interface Writing {
  readonly commenting: Exclude<BulletinCommenting, 'off'>;
  /** The author has as many strikes that their comments are checked. */
  readonly isHeld: boolean;
  /** Writes for the union that publishes the bulletin, or for one above. */
  readonly isOfficer: boolean;
}

/** Publish first, within trust: what officers write would otherwise wait for themselves. */
export function stateOnWriting({ commenting, isHeld, isOfficer }: Writing): 'waiting' | 'shown' {
  if (isHeld) return 'waiting';
  return commenting === 'checked' && !isOfficer ? 'waiting' : 'shown';
}

/** Since when a comment is a strike once it is hidden: one that nobody has read is none. */
export function struckAtOnHiding(state: BulletinCommentState, now: Date): Date | null {
  return state === 'shown' ? now : null;
}
