import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { UploadStatus } from '../../../kit/upload-status.js';
import { type FileFieldProps, type UploadedFile, useUpload } from '../../../kit/use-upload.js';
import type { FileKind } from '../../../kit/upload.model.js';
import { letterKinds } from './letter.model.js';
import { type LetterKind, useAddTemplate } from './use-letters.js';

interface Filled {
  readonly name: string;
  readonly kind: LetterKind;
  readonly fileKey?: UploadedFile;
}

interface TemplateFormProps {
  readonly unionId: string;
  readonly onDone: () => void;
}

const fields = ['name', 'kind', 'fileKey'];

/** A .docx is a zip: by its first bytes the platform finds no more than that, and looks into it when it is saved. */
const docxKind: FileKind = {
  isLike: ({ name }) => name.toLowerCase().endsWith('.docx'),
  contentTypes: ['application/zip'],
};

export function TemplateForm({ unionId, onDone }: TemplateFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Filled>();
  const add = useAddTemplate();
  const submit = ({ name, kind, fileKey }: Filled): void => {
    const body = { unionId, kind, name: name.trim(), fileKey: fileKey?.key ?? '' };
    add.mutate(body, { onSuccess: onDone, onError: (error) => showErrors(form, error, fields) });
  };
  const kinds = letterKinds.map((value) => ({ value, label: t(`letter.kind.${value}`) }));
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="card letter-form"
      initialValues={{ kind: 'certificate' }}
      onFinish={submit}
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
      {add.isError && <Refusal title={t('letter.notSaved')} error={add.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('letter.save')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
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
