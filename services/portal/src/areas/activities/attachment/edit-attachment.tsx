import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import type { Attachment } from './attachment.model.js';
import { type Visibility, VisibilityField } from './visibility-field.js';

interface EditAttachmentProps {
  readonly activityId: string;
  readonly attachment: Attachment;
  readonly onDone: () => void;
}

interface Changes {
  readonly title: string;
  readonly visibility: Visibility;
}

/** Changes the title of an attachment and who may have it. */
export function EditAttachment({ activityId, attachment, onDone }: EditAttachmentProps) {
  const { t } = useTranslation();
  const edit = useCommand(
    'activityAttachment',
    'patch',
    '/activities/{activityId}/attachments/{attachmentId}',
  );
  const { id: attachmentId, title, visibility } = attachment;
  return (
    <CommandForm
      command={edit}
      name={`attachment-${attachmentId}`}
      input={(changes: Changes) => ({
        activityId,
        attachmentId,
        body: { ...changes, title: changes.title.trim() },
      })}
      submit={t('attachment.save')}
      refused={t('attachment.notSaved')}
      onDone={onDone}
      onCancel={onDone}
      initialValues={{ title, visibility }}
    >
      <Form.Item
        name="title"
        label={t('attachment.name')}
        rules={[{ required: true, whitespace: true, message: t('attachment.nameRequired') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <VisibilityField />
    </CommandForm>
  );
}
