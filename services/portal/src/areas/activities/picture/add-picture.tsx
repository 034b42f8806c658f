import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { PictureField } from '../../../kit/picture-field.js';
import { useAddPicture } from './use-pictures.js';
import { saidIn, WordFields, wordFields, type Words } from '../../../kit/word-fields.js';

interface AddPictureProps {
  readonly activityId: string;
  /** There is no cover yet, so that it becomes one. */
  readonly isFirst: boolean;
  readonly onDone: () => void;
}

interface Chosen extends Words {
  readonly fileKey?: UploadedFile;
}

/** Takes in one picture, with what is said of it. */
export function AddPicture({ activityId, isFirst, onDone }: AddPictureProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Chosen>();
  const add = useAddPicture(activityId);
  const submit = ({ fileKey, ...words }: Chosen): void => {
    if (fileKey === undefined) return;
    add.mutate(
      { fileKey: fileKey.key, ...saidIn(words) },
      { onSuccess: onDone, onError: (error) => showErrors(form, error, wordFields) },
    );
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      <Form.Item
        name="fileKey"
        label={t('picture.file')}
        extra={t('picture.fileHint')}
        rules={[{ required: true, message: t('picture.fileRequired') }]}
      >
        <PictureField />
      </Form.Item>
      <WordFields isRequired={isFirst} />
      {add.isError && <Refusal title={t('picture.notAdded')} error={add.error} fields={wordFields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('picture.addYes')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
