import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import { RemarkHead, RemarkWords } from '../../../kit/remark-words.js';
import type { CirclePost } from './post.model.js';

const MarkdownText = lazyPart('MarkdownText', () => import('../../../kit/markdown-text.js'), { rows: 2 });

interface Props {
  readonly post: CirclePost;
}

/** Who has written it, and when. */
export function PostHead({ post }: Props) {
  const { t } = useTranslation();
  return (
    <RemarkHead
      remark={post}
      tags={post.isPinned && <span className="tag is-kind">{t('circle.pinned')}</span>}
      note={post.editedAt === null ? null : t('circle.edited')}
    />
  );
}

/** What it says; of a comment as it was typed. */
export function PostWords({ post }: Props) {
  if (post.postId !== null) return <RemarkWords remark={post} />;
  return <RemarkWords remark={post} show={(text) => <MarkdownText text={text} />} />;
}
