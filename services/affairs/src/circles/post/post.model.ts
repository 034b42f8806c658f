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

interface Standing extends Post, PostRoles {
  readonly circle: CircleState;
}

function isShown({ state }: Standing): boolean {
  return state === 'shown';
}

/** Something can be added. */
function isTalking(standing: Standing): boolean {
  return isShown(standing) && standing.circle === 'open' && standing.isReader;
}

/** Nobody decides on what they have written. */
function isDeciding({ isModerator, isMine }: Standing): boolean {
  return isModerator && !isMine;
}

function isPinnable(standing: Standing): boolean {
  return isShown(standing) && standing.circle === 'open' && standing.isModerator && !standing.isComment;
}

const isPossible: Readonly<Record<CirclePostAct, (standing: Standing) => boolean>> = {
  comment: (standing) => isTalking(standing) && !standing.isComment,
  change: (standing) => isTalking(standing) && standing.isMine,
  withdraw: ({ isMine, state }) => isMine && state !== 'withdrawn',
  report: (standing) => isShown(standing) && standing.isReader && !standing.isMine,
  pin: (standing) => isPinnable(standing) && !standing.isPinned,
  unpin: (standing) => isPinnable(standing) && standing.isPinned,
  hide: (standing) => isShown(standing) && isDeciding(standing),
  show: (standing) => standing.state === 'hidden' && isDeciding(standing),
  dismissReports: (standing) => isShown(standing) && isDeciding(standing) && standing.isReported,
};

export function postActsOf(post: Post, circle: CircleState, roles: PostRoles): CirclePostAct[] {
  const standing = { ...post, ...roles, circle };
  return (Object.keys(isPossible) as CirclePostAct[]).filter((act) => isPossible[act](standing));
}
