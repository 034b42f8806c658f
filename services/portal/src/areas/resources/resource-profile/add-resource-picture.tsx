import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { PictureField } from '../../../kit/picture-field.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { saidIn, WordFields, type Words } from '../../../kit/word-fields.js';

interface AddResourcePictureProps {
  readonly resourceId: string;
  readonly onDone: () => void;
}

interface Chosen extends Words {
  readonly fileKey?: UploadedFile;
}

/** Adds one picture, with the words that say what it shows. */
export function AddResourcePicture({ resourceId, onDone }: AddResourcePictureProps) {
  const { t } = useTranslation();
  const add = useCommand('resource', 'post', '/resources/{resourceId}/pictures');
  return (
    <CommandForm
      command={add}
      input={({ fileKey, ...words }: Chosen) => {
        const { alt, caption } = saidIn(words);
        if (fileKey === undefined || alt === null) return null;
        return { resourceId, body: { fileKey: fileKey.key, alt, caption } };
      }}
      submit={t('picture.addYes')}
      refused={t('profile.notSaved')}
      onDone={onDone}
      onCancel={onDone}
      className="inner-form"
    >
      <Form.Item
        name="fileKey"
        label={t('picture.file')}
        extra={t('picture.fileHint')}
        rules={[{ required: true, message: t('picture.fileRequired') }]}
      >
        <PictureField />
      </Form.Item>
      <WordFields isRequired />
    </CommandForm>
  );
}
