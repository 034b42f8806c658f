import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { AttachmentField } from '../../../kit/attachment-field.js';
import { useAddAttachment } from './use-attachments.js';
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

const fields = ['fileKey', 'title', 'visibility'];

/** Takes in one file, and asks who may have it. */
export function AddAttachment({ activityId, onDone }: AddAttachmentProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Chosen>();
  const add = useAddAttachment(activityId);
  const submit = ({ fileKey, title, visibility }: Chosen): void => {
    if (fileKey === undefined) return;
    const named = title?.trim() || null;
    add.mutate(
      { fileKey: fileKey.key, fileName: fileKey.name.slice(-200), visibility, title: named },
      { onSuccess: onDone, onError: (error) => showErrors(form, error, fields) },
    );
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ visibility: 'signedIn' }}
      onFinish={submit}
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
      {add.isError && <Refusal title={t('attachment.notAdded')} error={add.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('attachment.addYes')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
