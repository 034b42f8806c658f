import type {
  CirclePostAct,
  CirclePostState,
} from '@gongxiang/contracts/affairs/circles/circle-post.contract';
import type { CircleState } from '@gongxiang/contracts/affairs/circles/circle.contract';
import {
  isRemarkActPossible,
  maySeeRemark,
  type Remark,
  type RemarkRoles,
} from '../../reference/remark.model.js';

/** What decides on who sees a post or a comment, and what they may do with it. */
export interface Post extends Remark {
  readonly state: CirclePostState;
  readonly isComment: boolean;
  readonly isPinned: boolean;
}

/** What somebody is to a post. */
export type PostRoles = RemarkRoles;

/** A comment is not seen where its post is not; what is not there any more has none. */
export function maySeePost(
  { state, isReported, within }: Pick<Post, 'state' | 'isReported'> & { readonly within: CirclePostState },
  roles: PostRoles,
): boolean {
  if (within === 'withdrawn') return false;
  const isWithinHidden = within === 'hidden' && state === 'shown';
  return maySeeRemark({ ...roles, state: isWithinHidden ? 'hidden' : state, isReported });
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

function isPinnable(standing: Standing): boolean {
  return isShown(standing) && standing.circle === 'open' && standing.isModerator && !standing.isComment;
}

const isPossible: Readonly<Record<CirclePostAct, (standing: Standing) => boolean>> = {
  comment: (standing) => isTalking(standing) && !standing.isComment,
  change: (standing) => isTalking(standing) && standing.isMine,
  withdraw: isRemarkActPossible.withdraw,
  report: isRemarkActPossible.report,
  pin: (standing) => isPinnable(standing) && !standing.isPinned,
  unpin: (standing) => isPinnable(standing) && standing.isPinned,
  hide: isRemarkActPossible.hide,
  show: isRemarkActPossible.show,
  dismissReports: isRemarkActPossible.dismissReports,
  appeal: isRemarkActPossible.appeal,
  refuseAppeal: isRemarkActPossible.refuseAppeal,
};

/** Whether somebody could do it if it stood otherwise: else it is not theirs to do. */
export function isPostActEver(
  act: CirclePostAct,
  { isComment }: Pick<Post, 'isComment'>,
  roles: PostRoles,
): boolean {
  return (['shown', 'hidden'] as const).some((state) =>
    [true, false].some((isPinned) =>
      (['none', 'waiting'] as const).some((appeal) =>
        postActsOf({ state, isPinned, isReported: true, isComment, appeal }, 'open', roles).includes(act),
      ),
    ),
  );
}

export function postActsOf(post: Post, circle: CircleState, roles: PostRoles): CirclePostAct[] {
  const standing = { ...post, ...roles, circle };
  return (Object.keys(isPossible) as CirclePostAct[]).filter((act) => isPossible[act](standing));
}
