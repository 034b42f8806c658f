import '../../../kit/styles/circle.css';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import type { CirclePost } from './post.model.js';

const MarkdownText = lazyPart('MarkdownText', () => import('../../../kit/markdown-text.js'), { rows: 2 });

interface Props {
  readonly post: CirclePost;
}

/** Who has written it, and when. */
export function PostHead({ post }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { authorName, isMine, isPinned, state, writtenAt, editedAt } = post;
  return (
    <div className="circle-post-head">
      <strong>{authorName ?? t('circle.erased')}</strong>
      {isMine && <span className="tag">{t('circle.mine')}</span>}
      {isPinned && <span className="tag is-kind">{t('circle.pinned')}</span>}
      {state === 'hidden' && <span className="tag is-cancelled">{t('circle.hidden')}</span>}
      <span className="hint">
        {format.instant(writtenAt)}
        {editedAt !== null && ` · ${t('circle.edited')}`}
      </span>
    </div>
  );
}

/** What it says; of a comment as it was typed. */
export function PostWords({ post: { text, postId, reason } }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {text === null && <p className="hint">{t('circle.noWords')}</p>}
      {text !== null &&
        (postId === null ? <MarkdownText text={text} /> : <p className="circle-words">{text}</p>)}
      {reason !== null && <p className="hint">{t('circle.hiddenFor', { reason })}</p>}
    </>
  );
}
