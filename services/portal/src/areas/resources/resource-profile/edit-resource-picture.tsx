import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { saidIn, WordFields, wordFields, type Words } from '../../../kit/word-fields.js';
import { type ResourcePicture, useEditResourcePicture } from './use-resource-pictures.js';

interface EditResourcePictureProps {
  readonly resourceId: string;
  readonly picture: ResourcePicture;
  readonly number: number;
}

/** What a picture shows, and what is read beneath it, said anew. */
export function EditResourcePicture({ resourceId, picture, number }: EditResourcePictureProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Words>();
  const [isOpen, setIsOpen] = useState(false);
  const edit = useEditResourcePicture(resourceId, picture.id);
  const close = (): void => setIsOpen(false);
  const submit = (words: Words): void => {
    const { alt, caption } = saidIn(words);
    edit.mutate(
      { caption, ...(alt === null ? {} : { alt }) },
      { onSuccess: close, onError: (error) => showErrors(form, error, wordFields) },
    );
  };
  if (!isOpen)
    return <Button onClick={() => setIsOpen(true)}>{t('profile.pictures.edit', { number })}</Button>;
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="inner-form"
      disabled={edit.isPending}
      initialValues={{ alt: picture.alt ?? '', caption: picture.caption ?? '' }}
      onFinish={submit}
    >
      <WordFields isRequired />
      {edit.isError && <Refusal title={t('profile.notSaved')} error={edit.error} fields={wordFields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={edit.isPending}>
          {t('picture.save')}
        </Button>
        <Button onClick={close}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
