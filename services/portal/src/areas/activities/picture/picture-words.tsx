import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { type Picture, useEditPicture } from './use-pictures.js';
import { saidIn, WordFields, wordFields, type Words } from '../../../kit/word-fields.js';

interface PictureWordsProps {
  readonly activityId: string;
  readonly picture: Picture;
  readonly isCover: boolean;
  readonly onDone: () => void;
}

/** Says something else of a picture. */
export function PictureWords({ activityId, picture, isCover, onDone }: PictureWordsProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Words>();
  const edit = useEditPicture(activityId, picture.id);
  const submit = (words: Words): void =>
    edit.mutate(saidIn(words), {
      onSuccess: onDone,
      onError: (error) => showErrors(form, error, wordFields),
    });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ alt: picture.alt ?? '', caption: picture.caption ?? '' }}
      onFinish={submit}
    >
      <WordFields isRequired={isCover} />
      {edit.isError && <Refusal title={t('picture.notSaved')} error={edit.error} fields={wordFields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={edit.isPending}>
          {t('picture.save')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
