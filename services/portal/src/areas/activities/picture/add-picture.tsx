import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { PictureField } from '../../../kit/picture-field.js';
import { saidIn, WordFields, type Words } from '../../../kit/word-fields.js';

interface AddPictureProps {
  readonly activityId: string;
  /** There is no cover yet, so that it becomes one. */
  readonly isFirst: boolean;
  readonly onDone: () => void;
}

interface Chosen extends Words {
  readonly fileKey?: UploadedFile;
}

/** Adds one picture, with its caption and description. */
export function AddPicture({ activityId, isFirst, onDone }: AddPictureProps) {
  const { t } = useTranslation();
  const add = useCommand('activityPicture', 'post', '/activities/{activityId}/pictures');
  return (
    <CommandForm
      command={add}
      input={({ fileKey, ...words }: Chosen) =>
        fileKey === undefined ? null : { activityId, body: { fileKey: fileKey.key, ...saidIn(words) } }
      }
      submit={t('picture.addYes')}
      refused={t('picture.notAdded')}
      onDone={onDone}
      onCancel={onDone}
    >
      <Form.Item
        name="fileKey"
        label={t('picture.file')}
        extra={t('picture.fileHint')}
        rules={[{ required: true, message: t('picture.fileRequired') }]}
      >
        <PictureField />
      </Form.Item>
      <WordFields isRequired={isFirst} />
    </CommandForm>
  );
}
