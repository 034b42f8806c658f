import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import { PagedList } from '../../../kit/paged-list.js';
import { PostActs } from './post-acts.js';
import { PostHead, PostWords } from './post-words.js';
import { type CirclePost, commentTextMax, mayDo } from './post.model.js';

interface Props {
  readonly post: CirclePost;
}

/** The comments on a post, the oldest first, and a box for one's own. */
export function Comments({ post }: Props) {
  const { t } = useTranslation();
  const list = useList('circlePost', '/circle-posts/{postId}/comments', { postId: post.id });
  return (
    <>
      <PagedList list={list} empty={{ text: t('circle.noComments') }}>
        {(comments) => (
          <ul className="circle-comments">
            {comments.map((comment) => (
              <li key={comment.id}>
                <PostHead post={comment} />
                <PostWords post={comment} />
                {comment.acts.length > 0 && <PostActs post={comment} />}
              </li>
            ))}
          </ul>
        )}
      </PagedList>
      {mayDo(post, 'comment') && <WriteComment post={post} />}
    </>
  );
}

function WriteComment({ post: { id: postId } }: Props) {
  const { t } = useTranslation();
  const [written, setWritten] = useState(0);
  const comment = useCommand('circlePost', 'post', '/circle-posts/{postId}/comments');
  return (
    <CommandForm
      key={written}
      name={`comment-${postId}`}
      command={comment}
      input={({ text }: { readonly text: string }) => ({ postId, body: { text: text.trim() } })}
      submit={t('circle.commentYes')}
      refused={t('circle.notWritten')}
      onDone={() => setWritten(written + 1)}
      secondary
    >
      <Form.Item
        name="text"
        label={t('circle.comment')}
        rules={[{ required: true, whitespace: true, message: t('circle.postTextRequired') }]}
      >
        <TextArea rows={2} maxLength={commentTextMax} />
      </Form.Item>
    </CommandForm>
  );
}
