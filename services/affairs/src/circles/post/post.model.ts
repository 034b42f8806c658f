import type {
  CirclePostAct,
  CirclePostState,
} from '@gongxiang/contracts/affairs/circles/circle-post.contract';
import type { CircleState } from '@gongxiang/contracts/affairs/circles/circle.contract';

/** What decides on who sees a post or a comment, and what they may do with it. */
export interface Post {
  readonly state: CirclePostState;
  readonly isComment: boolean;
  readonly isPinned: boolean;
  /** A report on it waits. */
  readonly isReported: boolean;
}

/** What somebody is to a post. */
export interface PostRoles {
  readonly isReader: boolean;
  readonly isModerator: boolean;
  readonly isMine: boolean;
}

/**
 * A comment is not seen where its post is not. An officer who is no member reads what was reported or hidden, and nothing
 * else; an author finds what they have written also after they have left.
 */
export function maySeePost(
  { state, isReported, within }: Pick<Post, 'state' | 'isReported'> & { readonly within: CirclePostState },
  { isReader, isModerator, isMine }: PostRoles,
): boolean {
  if (state === 'withdrawn' || within === 'withdrawn') return false;
  if (isMine) return true;
  if (state === 'hidden' || within === 'hidden') return isModerator;
  return isReader || (isModerator && isReported);
}

/** Nobody decides on what they have written. */
export function postActsOf(post: Post, circle: CircleState, roles: PostRoles): CirclePostAct[] {
  const { isReader, isModerator, isMine } = roles;
  const isShown = post.state === 'shown';
  const isTalking = circle === 'open' && isReader && isShown;
  const isDeciding = isModerator && !isMine;
  const isPinning = circle === 'open' && isModerator && isShown && !post.isComment;
  const may: Readonly<Record<CirclePostAct, boolean>> = {
    comment: isTalking && !post.isComment,
    change: isTalking && isMine,
    withdraw: isMine && post.state !== 'withdrawn',
    report: isReader && isShown && !isMine,
    pin: isPinning && !post.isPinned,
    unpin: isPinning && post.isPinned,
    hide: isDeciding && isShown,
    show: isDeciding && post.state === 'hidden',
    dismissReports: isDeciding && isShown && post.isReported,
  };
  return (Object.keys(may) as CirclePostAct[]).filter((act) => may[act]);
}
