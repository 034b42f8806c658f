import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { MarkedTextArea } from '../../../kit/marked-text-area.js';
import { postTextMax, postTitleMax, titleOf } from './post.model.js';

interface PostValues {
  readonly title?: string;
  readonly text: string;
}

/** A member writes to a circle, under their name. Folded, so that what others have written comes first. */
export function WritePost({ circleId }: { readonly circleId: string }) {
  const { t } = useTranslation();
  const [written, setWritten] = useState(0);
  const write = useCommand('circlePost', 'post', '/circles/{circleId}/posts');
  return (
    <details className="card fold">
      <summary>{t('circle.write')}</summary>
      <CommandForm
        key={written}
        name="circle-post"
        command={write}
        input={({ title, text }: PostValues) => ({
          circleId,
          body: { ...titleOf(title), text: text.trim() },
        })}
        submit={t('circle.writeYes')}
        refused={t('circle.notWritten')}
        onDone={() => setWritten(written + 1)}
        draft={`circle-post.${circleId}`}
      >
        <Form.Item name="title" label={t('circle.postTitle')}>
          <Input maxLength={postTitleMax} />
        </Form.Item>
        <PostTextField />
      </CommandForm>
    </details>
  );
}

/** What a post says. */
export function PostTextField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="text"
      label={t('circle.postText')}
      extra={t('circle.postTextHint')}
      rules={[{ required: true, whitespace: true, message: t('circle.postTextRequired') }]}
    >
      <MarkedTextArea rows={4} maxLength={postTextMax} />
    </Form.Item>
  );
}
