import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { PostCard } from './post-card.js';

/** One post with its comments, as a notice leads to it. */
export function PostPage() {
  const { t } = useTranslation();
  const { postId = '' } = useParams();
  const query = useRead('circlePost', '/circle-posts/{postId}', { postId });
  return (
    <Loaded query={query}>
      {(post) => (
        <>
          <PageHead title={t('circle.onePost')} back={`/circles/${post.circleId}`} />
          <div className="card">
            <PostCard post={post} isOpen />
          </div>
        </>
      )}
    </Loaded>
  );
}
