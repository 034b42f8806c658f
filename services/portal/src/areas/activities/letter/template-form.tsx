import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { UploadStatus } from '../../../kit/upload-status.js';
import { type FileFieldProps, type UploadedFile, useUpload } from '../../../kit/use-upload.js';
import type { FileKind } from '../../../kit/upload.model.js';
import { type LetterKind, letterKinds } from './letter.model.js';

interface Filled {
  readonly name: string;
  readonly kind: LetterKind;
  readonly fileKey?: UploadedFile;
}

interface TemplateFormProps {
  readonly unionId: string;
  readonly onDone: () => void;
}

/** A .docx is a zip: its first bytes show no more than that; the platform looks into it when it is saved. */
const docxKind: FileKind = {
  isLike: ({ name }) => name.toLowerCase().endsWith('.docx'),
  contentTypes: ['application/zip'],
};

export function TemplateForm({ unionId, onDone }: TemplateFormProps) {
  const { t } = useTranslation();
  const add = useCommand('letterTemplate', 'post', '/letter-templates');
  const kinds = letterKinds.map((value) => ({ value, label: t(`letter.kind.${value}`) }));
  return (
    <CommandForm
      command={add}
      input={({ name, kind, fileKey }: Filled) => ({
        body: { unionId, kind, name: name.trim(), fileKey: fileKey?.key ?? '' },
      })}
      submit={t('letter.save')}
      refused={t('letter.notSaved')}
      onDone={onDone}
      onCancel={onDone}
      initialValues={{ kind: 'certificate' }}
      className="card letter-form"
    >
      <Form.Item
        name="name"
        label={t('letter.name')}
        extra={t('letter.nameHint')}
        rules={[{ required: true, whitespace: true, message: t('letter.nameRequired') }]}
      >
        <Input maxLength={60} autoFocus />
      </Form.Item>
      <Form.Item name="kind" label={t('letter.kindLabel')}>
        <Choice options={kinds} />
      </Form.Item>
      <Form.Item
        name="fileKey"
        label={t('letter.file')}
        extra={t('letter.fileHint')}
        rules={[{ required: true, message: t('letter.fileRequired') }]}
      >
        <DocxField />
      </Form.Item>
    </CommandForm>
  );
}

function DocxField({ value, onChange, ...field }: FileFieldProps) {
  const { t } = useTranslation();
  const upload = useUpload({ kind: docxKind, wrongType: t('letter.fileType'), onChange });
  return (
    <div className="file-field">
      <input
        {...field}
        type="file"
        accept=".docx"
        onChange={(event) => upload.choose(event.target.files?.[0])}
      />
      <UploadStatus upload={upload} name={value?.name} />
    </div>
  );
}
