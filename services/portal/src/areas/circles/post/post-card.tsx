import '../../../kit/styles/circle.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PostHead, PostWords } from './post-words.js';
import { type CirclePost, mayDo } from './post.model.js';

const PostActs = lazyPart('PostActs', () => import('./post-acts.js'), { rows: 0 });
const Comments = lazyPart('Comments', () => import('./comments.js'), { rows: 3 });

interface Props {
  readonly post: CirclePost;
  /** The comments are open from the beginning. */
  readonly isOpen?: boolean;
}

/** A post with its comments folded. */
export function PostCard({ post, isOpen = false }: Props) {
  const { t } = useTranslation();
  const [isUnfolded, setIsUnfolded] = useState(isOpen);
  const { title, commentCount } = post;
  return (
    <article aria-label={title ?? t('circle.postBy', { name: post.authorName ?? t('remark.erased') })}>
      {title !== null && <h2>{title}</h2>}
      <PostHead post={post} />
      <PostWords post={post} />
      {post.acts.length > 0 && <PostActs post={post} />}
      {(commentCount > 0 || mayDo(post, 'comment')) && (
        <details
          className="fold"
          open={isUnfolded}
          onToggle={({ currentTarget }) => setIsUnfolded(currentTarget.open)}
        >
          <summary>{t('circle.comments', { count: commentCount })}</summary>
          {isUnfolded && <Comments post={post} />}
        </details>
      )}
    </article>
  );
}
