import '../../../kit/styles/remark.css';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { PagedList } from '../../../kit/paged-list.js';
import { WriteComment } from '../../../kit/write-comment.js';
import { PostActs } from './post-acts.js';
import { PostHead, PostWords } from './post-words.js';
import { type CirclePost, commentTextMax, mayDo } from './post.model.js';

interface Props {
  readonly post: CirclePost;
}

/** The comments on a post, the oldest first, and a box for one's own. */
export function Comments({ post }: Props) {
  const { t } = useTranslation();
  const { id: postId } = post;
  const list = useList('circlePost', '/circle-posts/{postId}/comments', { postId });
  const comment = useCommand('circlePost', 'post', '/circle-posts/{postId}/comments');
  return (
    <>
      <PagedList list={list} empty={{ text: t('remark.noComments') }}>
        {(comments) => (
          <ul className="remark-list">
            {comments.map((one) => (
              <li key={one.id}>
                <PostHead post={one} />
                <PostWords post={one} />
                {one.acts.length > 0 && <PostActs post={one} />}
              </li>
            ))}
          </ul>
        )}
      </PagedList>
      {mayDo(post, 'comment') && (
        <WriteComment
          command={comment}
          input={(text) => ({ postId, body: { text } })}
          name={`comment-${postId}`}
          maxLength={commentTextMax}
        />
      )}
    </>
  );
}
