import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { PictureField } from '../../../kit/picture-field.js';
import { saidIn, WordFields, wordFields, type Words } from '../../../kit/word-fields.js';
import { useAddResourcePicture } from './use-resource-pictures.js';

interface AddResourcePictureProps {
  readonly resourceId: string;
  readonly onDone: () => void;
}

interface Chosen extends Words {
  readonly fileKey?: UploadedFile;
}

/** Takes in one picture, with the words that say what it shows. */
export function AddResourcePicture({ resourceId, onDone }: AddResourcePictureProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Chosen>();
  const add = useAddResourcePicture(resourceId);
  const submit = ({ fileKey, ...words }: Chosen): void => {
    const { alt, caption } = saidIn(words);
    if (fileKey === undefined || alt === null) return;
    add.mutate(
      { fileKey: fileKey.key, alt, caption },
      { onSuccess: onDone, onError: (error) => showErrors(form, error, wordFields) },
    );
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} className="inner-form" onFinish={submit}>
      <Form.Item
        name="fileKey"
        label={t('picture.file')}
        extra={t('picture.fileHint')}
        rules={[{ required: true, message: t('picture.fileRequired') }]}
      >
        <PictureField />
      </Form.Item>
      <WordFields isRequired />
      {add.isError && <Refusal title={t('profile.notSaved')} error={add.error} fields={wordFields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('picture.addYes')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
