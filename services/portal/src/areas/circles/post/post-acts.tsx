import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input, TextArea } from '../../../kit/input.js';
import { MenuFold } from '../../../kit/menu-fold.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import {
  type CirclePost,
  commentTextMax,
  mayDo,
  postTextMax,
  postTitleMax,
  titleOf,
  wordsMax,
} from './post.model.js';

interface Props {
  readonly post: CirclePost;
}

/** What the reader may do with a post or a comment, behind one button. */
export function PostActs({ post }: Props) {
  const { t } = useTranslation();
  const [isReported, setIsReported] = useState(false);
  if (post.acts.every(({ act }) => act === 'comment')) return null;
  return (
    <>
      {isReported && <p role="status">{t('circle.reported')}</p>}
      <MenuFold label={t('common.more')}>
        {mayDo(post, 'change') && <Change key={post.version} post={post} />}
        {mayDo(post, 'withdraw') && <Withdraw post={post} />}
        <Pin post={post} />
        {mayDo(post, 'hide') && <Hide post={post} />}
        {mayDo(post, 'show') && <ShowAgain post={post} />}
        {mayDo(post, 'report') && !isReported && <Report post={post} onDone={() => setIsReported(true)} />}
      </MenuFold>
    </>
  );
}

function Change({ post: { id: postId, postId: parentId, version, title, text } }: Props) {
  const { t } = useTranslation();
  const change = useCommand('circlePost', 'patch', '/circle-posts/{postId}', { onStale: 'refuse' });
  const isComment = parentId !== null;
  return (
    <details className="fold">
      <summary>{t('circle.changePost')}</summary>
      <CommandForm
        name={`change-${postId}`}
        command={change}
        input={(values: { readonly title?: string; readonly text: string }) => ({
          postId,
          version,
          body: { ...titleOf(values.title), text: values.text.trim() },
        })}
        submit={t('circle.saveChange')}
        refused={t('circle.notWritten')}
        initialValues={{ ...(title === null ? {} : { title }), text: text ?? '' }}
        secondary
      >
        {!isComment && (
          <Form.Item name="title" label={t('circle.postTitle')}>
            <Input maxLength={postTitleMax} />
          </Form.Item>
        )}
        <Form.Item
          name="text"
          label={t('circle.postText')}
          rules={[{ required: true, whitespace: true, message: t('circle.postTextRequired') }]}
        >
          <TextArea rows={4} maxLength={isComment ? commentTextMax : postTextMax} />
        </Form.Item>
      </CommandForm>
    </details>
  );
}

function Withdraw({ post: { id: postId, version } }: Props) {
  const { t } = useTranslation();
  const withdraw = useCommand('circlePost', 'post', '/circle-posts/{postId}/withdraw');
  return (
    <>
      {withdraw.isError && <Refusal title={t('circle.notDecided')} error={withdraw.error} />}
      <ConfirmButton
        danger
        loading={withdraw.isPending}
        question={t('circle.withdrawQuestion')}
        confirmText={t('circle.withdraw')}
        onConfirm={() => withdraw.mutate({ postId, version })}
      >
        {t('circle.withdraw')}
      </ConfirmButton>
    </>
  );
}

function Pin({ post }: Props) {
  const { t } = useTranslation();
  const { id: postId, version } = post;
  const pin = useCommand('circlePost', 'post', '/circle-posts/{postId}/pin');
  const unpin = useCommand('circlePost', 'post', '/circle-posts/{postId}/unpin');
  const command = post.isPinned ? unpin : pin;
  if (!mayDo(post, post.isPinned ? 'unpin' : 'pin')) return null;
  return (
    <>
      {command.isError && <Refusal title={t('circle.notDecided')} error={command.error} />}
      <Button loading={command.isPending} onClick={() => command.mutate({ postId, version })}>
        {t(post.isPinned ? 'circle.unpin' : 'circle.pin')}
      </Button>
    </>
  );
}

/** A moderator hides it, and its author reads why. */
export function Hide({ post: { id: postId, version } }: Props) {
  const { t } = useTranslation();
  const reason = useReason();
  const hide = useCommand('circlePost', 'post', '/circle-posts/{postId}/hide');
  return (
    <details className="fold">
      <summary>{t('circle.hide')}</summary>
      <p className="hint">{t('circle.hideHint')}</p>
      <ReasonField
        reason={reason}
        label={t('circle.reason')}
        required={t('circle.reasonRequired')}
        maxLength={wordsMax}
      />
      {hide.isError && <Refusal title={t('circle.notDecided')} error={hide.error} />}
      <div className="actions">
        <ConfirmButton
          danger
          loading={hide.isPending}
          question={t('circle.hideQuestion')}
          confirmText={t('circle.hide')}
          onConfirm={() => reason.take((text) => hide.mutate({ postId, version, body: { reason: text } }))}
        >
          {t('circle.hide')}
        </ConfirmButton>
      </div>
    </details>
  );
}

export function ShowAgain({ post: { id: postId, version } }: Props) {
  const { t } = useTranslation();
  const show = useCommand('circlePost', 'post', '/circle-posts/{postId}/show');
  return (
    <>
      {show.isError && <Refusal title={t('circle.notDecided')} error={show.error} />}
      <Button loading={show.isPending} onClick={() => show.mutate({ postId, version })}>
        {t('circle.showAgain')}
      </Button>
    </>
  );
}

function Report({ post: { id: postId }, onDone }: Props & { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const report = useCommand('circlePost', 'post', '/circle-posts/{postId}/reports');
  return (
    <details className="fold">
      <summary>{t('circle.report')}</summary>
      <p className="hint">{t('circle.reportHint')}</p>
      <CommandForm
        name={`report-${postId}`}
        command={report}
        input={({ words }: { readonly words: string }) => ({ postId, body: { words: words.trim() } })}
        submit={t('circle.reportYes')}
        done={null}
        refused={t('circle.notReported')}
        onDone={onDone}
        secondary
      >
        <Form.Item
          name="words"
          label={t('circle.reportWords')}
          rules={[{ required: true, whitespace: true, message: t('circle.reasonRequired') }]}
        >
          <TextArea rows={3} maxLength={wordsMax} />
        </Form.Item>
      </CommandForm>
    </details>
  );
}
