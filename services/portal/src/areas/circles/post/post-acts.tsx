import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, TextArea } from '../../../kit/input.js';
import { MenuFold } from '../../../kit/menu-fold.js';
import {
  AppealRemark,
  HideRemark,
  RefuseAppeal,
  ReportRemark,
  ShowRemark,
  WithdrawRemark,
} from '../../../kit/remark-acts.js';
import { Refusal } from '../../../kit/states.js';
import { type CirclePost, commentTextMax, mayDo, postTextMax, postTitleMax, titleOf } from './post.model.js';

interface Props {
  readonly post: CirclePost;
}

/** What the reader may do with a post or a comment, behind one button; an appeal is found at once. */
export function PostActs({ post }: Props) {
  const { t } = useTranslation();
  const [isReported, setIsReported] = useState(false);
  if (post.acts.every(({ act }) => act === 'comment')) return null;
  return (
    <>
      {isReported && <p role="status">{t('remark.reported')}</p>}
      {mayDo(post, 'appeal') && <Appeal post={post} />}
      <MenuFold label={t('common.more')}>
        {mayDo(post, 'change') && <Change key={post.version} post={post} />}
        {mayDo(post, 'withdraw') && <Withdraw post={post} />}
        <Moderate post={post} />
        {mayDo(post, 'report') && !isReported && <Report post={post} onDone={() => setIsReported(true)} />}
      </MenuFold>
    </>
  );
}

function Moderate({ post }: Props) {
  return (
    <>
      <Pin post={post} />
      {mayDo(post, 'hide') && <Hide post={post} />}
      {mayDo(post, 'show') && <ShowAgain post={post} />}
      {mayDo(post, 'refuseAppeal') && <Refuse post={post} />}
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
  const withdraw = useCommand('circlePost', 'post', '/circle-posts/{postId}/withdraw');
  return <WithdrawRemark command={withdraw} input={{ postId, version }} />;
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

export function Hide({ post: { id: postId, version } }: Props) {
  const hide = useCommand('circlePost', 'post', '/circle-posts/{postId}/hide');
  return <HideRemark command={hide} input={(reason) => ({ postId, version, body: { reason } })} />;
}

export function ShowAgain({ post: { id: postId, version } }: Props) {
  const show = useCommand('circlePost', 'post', '/circle-posts/{postId}/show');
  return <ShowRemark command={show} input={{ postId, version }} />;
}

function Appeal({ post: { id: postId, version } }: Props) {
  const appeal = useCommand('circlePost', 'post', '/circle-posts/{postId}/appeal');
  return (
    <AppealRemark
      command={appeal}
      input={(words) => ({ postId, version, body: { words } })}
      name={`appeal-${postId}`}
    />
  );
}

export function Refuse({ post: { id: postId, version } }: Props) {
  const refuse = useCommand('circlePost', 'post', '/circle-posts/{postId}/refuse-appeal');
  return <RefuseAppeal command={refuse} input={(reason) => ({ postId, version, body: { reason } })} />;
}

function Report({ post: { id: postId }, onDone }: Props & { readonly onDone: () => void }) {
  const report = useCommand('circlePost', 'post', '/circle-posts/{postId}/reports');
  return (
    <ReportRemark
      command={report}
      input={(words) => ({ postId, body: { words } })}
      name={`report-${postId}`}
      onDone={onDone}
    />
  );
}
