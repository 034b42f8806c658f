import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { AttachmentField } from '../../../kit/attachment-field.js';
import { type Visibility, VisibilityField } from './visibility-field.js';

interface AddAttachmentProps {
  readonly activityId: string;
  readonly onDone: () => void;
}

interface Chosen {
  readonly fileKey?: UploadedFile;
  readonly title?: string;
  readonly visibility: Visibility;
}

/** Adds one file, and asks who may have it. */
export function AddAttachment({ activityId, onDone }: AddAttachmentProps) {
  const { t } = useTranslation();
  const add = useCommand('activityAttachment', 'post', '/activities/{activityId}/attachments');
  return (
    <CommandForm
      command={add}
      input={({ fileKey, title, visibility }: Chosen) => {
        if (fileKey === undefined) return null;
        const named = title?.trim() || null;
        const file = { fileKey: fileKey.key, fileName: fileKey.name.slice(-200) };
        return { activityId, body: { ...file, visibility, title: named } };
      }}
      submit={t('attachment.addYes')}
      refused={t('attachment.notAdded')}
      onDone={onDone}
      onCancel={onDone}
      initialValues={{ visibility: 'signedIn' }}
    >
      <Form.Item
        name="fileKey"
        label={t('attachment.file')}
        extra={t('attachment.fileHint')}
        rules={[{ required: true, message: t('attachment.fileRequired') }]}
      >
        <AttachmentField />
      </Form.Item>
      <Form.Item name="title" label={t('attachment.name')} extra={t('attachment.nameHint')}>
        <Input maxLength={100} />
      </Form.Item>
      <VisibilityField />
    </CommandForm>
  );
}
