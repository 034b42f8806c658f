import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type Attachment, useEditAttachment } from './use-attachments.js';
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

const fields = ['title', 'visibility'];

/** Calls an attachment otherwise, or shows it to others. */
export function EditAttachment({ activityId, attachment, onDone }: EditAttachmentProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Changes>();
  const edit = useEditAttachment(activityId, attachment.id);
  const { title, visibility } = attachment;
  const submit = (changes: Changes): void =>
    edit.mutate(
      { ...changes, title: changes.title.trim() },
      { onSuccess: onDone, onError: (error) => showErrors(form, error, fields) },
    );
  return (
    <Form
      form={form}
      name={`attachment-${attachment.id}`}
      layout="vertical"
      requiredMark={false}
      initialValues={{ title, visibility }}
      onFinish={submit}
    >
      <Form.Item
        name="title"
        label={t('attachment.name')}
        rules={[{ required: true, whitespace: true, message: t('attachment.nameRequired') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <VisibilityField />
      {edit.isError && <Refusal title={t('attachment.notSaved')} error={edit.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={edit.isPending}>
          {t('attachment.save')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
