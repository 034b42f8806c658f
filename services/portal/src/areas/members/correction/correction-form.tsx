import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { FileField } from '../../../kit/file-field.js';
import { Input } from '../../../kit/input.js';
import { pictureKind } from '../../../kit/picture-kind.model.js';
import type { UploadedFile } from '../../../kit/use-upload.js';

export type Correction = components['schemas']['CorrectionView'];

interface CorrectionFormProps {
  /** Whose record it is; absent: the reader's own, which needs a picture of the paper. */
  readonly memberId?: string;
  readonly onDone: (made: Correction) => void;
  /** With it the form has a button that closes it. */
  readonly onClose?: () => void;
}

interface Values {
  readonly name?: string;
  readonly residentNumber?: string;
  readonly phone?: string;
  readonly note?: string;
  readonly fileKey?: UploadedFile;
}

/** No draft is kept: a resident number must not be stored in the browser. */
export function CorrectionForm({ memberId, onDone, onClose }: CorrectionFormProps) {
  const { t } = useTranslation();
  const create = useCommand('correction', 'post', '/corrections');
  const [isEmpty, setIsEmpty] = useState(false);
  const inputOf = (values: Values) => {
    const { name, residentNumber, phone } = values;
    const body = { name: text(name), residentNumber: text(residentNumber), phone: text(phone) };
    const hasNothing = Object.values(body).every((value) => value === null);
    setIsEmpty(hasNothing);
    if (hasNothing) return null;
    const fileKey = values.fileKey?.key ?? null;
    return { body: { ...body, note: text(values.note), fileKey, ...(memberId && { memberId }) } };
  };
  const isOwn = memberId === undefined;
  return (
    <CommandForm
      name="correction"
      command={create}
      input={inputOf}
      submit={t('recordCorrection.make.submit')}
      refused={t('recordCorrection.make.refused')}
      onDone={onDone}
      {...(onClose && { onCancel: onClose, cancel: t('recordCorrection.make.close') })}
    >
      <div className="two-columns">
        <Form.Item
          name="name"
          label={t('recordCorrection.make.name')}
          extra={t('recordCorrection.make.leave')}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="residentNumber"
          label={t('recordCorrection.make.residentNumber')}
          extra={t('recordCorrection.make.leave')}
        >
          <Input maxLength={40} autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="phone"
          label={t('recordCorrection.make.phone')}
          extra={t('recordCorrection.make.leave')}
        >
          <Input type="tel" maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="note" label={t('recordCorrection.make.note')}>
          <Input maxLength={300} autoComplete="off" placeholder={t('recordCorrection.make.noteExample')} />
        </Form.Item>
      </div>
      <Form.Item
        name="fileKey"
        label={t(isOwn ? 'recordCorrection.make.file' : 'recordCorrection.make.fileOptional')}
        extra={t('recordCorrection.make.fileHint')}
        rules={isOwn ? [{ required: true, message: t('recordCorrection.make.fileRequired') }] : []}
      >
        <FileField kind={pictureKind} wrongType={t('recordCorrection.make.wrongType')} />
      </Form.Item>
      {isEmpty && (
        <p className="field-error" role="alert">
          {t('recordCorrection.make.nothing')}
        </p>
      )}
    </CommandForm>
  );
}

function text(typed: string | undefined): string | null {
  return typed?.trim() || null;
}
