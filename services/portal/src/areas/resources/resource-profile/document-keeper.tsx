import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { AttachmentField } from '../../../kit/attachment-field.js';
import { type Documents, useAddDocument, useRemoveDocument, useRestoreDocument } from './use-profile.js';

interface DocumentKeeperProps {
  readonly resourceId: string;
  readonly documents: Documents;
}

/** Puts documents in, and takes them out again. */
export function DocumentKeeper({ resourceId, documents: { items, removed } }: DocumentKeeperProps) {
  const { t } = useTranslation();
  const [isAdding, setIsAdding] = useState(false);
  const remove = useRemoveDocument(resourceId);
  return (
    <>
      {items.length === 0 && <p>{t('profile.documents.none')}</p>}
      <ul className="plain-list lines">
        {items.map(({ id, title, downloads }) => (
          <li key={id}>
            <p>
              <strong>{title}</strong>{' '}
              <span className="hint">{t('profile.documents.downloads', { count: downloads })}</span>
            </p>
            <ConfirmButton
              danger
              loading={remove.isPending}
              question={t('profile.documents.removeQuestion', { title })}
              confirmText={t('profile.documents.removeYes')}
              onConfirm={() => remove.mutate(id)}
            >
              {t('profile.documents.removeOf', { title })}
            </ConfirmButton>
          </li>
        ))}
      </ul>
      {remove.isError && <Refusal title={t('profile.notSaved')} error={remove.error} />}
      {isAdding ? (
        <AddDocument resourceId={resourceId} onDone={() => setIsAdding(false)} />
      ) : (
        <Button onClick={() => setIsAdding(true)}>{t('profile.documents.add')}</Button>
      )}
      {removed.length > 0 && <Removed resourceId={resourceId} removed={removed} />}
    </>
  );
}

interface AddDocumentProps {
  readonly resourceId: string;
  readonly onDone: () => void;
}

interface Chosen {
  readonly fileKey?: UploadedFile;
  readonly title?: string;
}

const fields = ['fileKey', 'title'];

function AddDocument({ resourceId, onDone }: AddDocumentProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Chosen>();
  const add = useAddDocument(resourceId);
  const submit = ({ fileKey, title }: Chosen): void => {
    if (fileKey === undefined) return;
    add.mutate(
      { fileKey: fileKey.key, fileName: fileKey.name.slice(-200), title: title?.trim() || null },
      { onSuccess: onDone, onError: (error) => showErrors(form, error, fields) },
    );
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} className="inner-form" onFinish={submit}>
      <Form.Item
        name="fileKey"
        label={t('attachment.file')}
        extra={t('attachment.fileHint')}
        rules={[{ required: true, message: t('attachment.fileRequired') }]}
      >
        <AttachmentField />
      </Form.Item>
      <Form.Item name="title" label={t('profile.documents.name')}>
        <Input maxLength={100} />
      </Form.Item>
      {add.isError && <Refusal title={t('profile.notSaved')} error={add.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('profile.documents.addYes')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}

interface RemovedProps {
  readonly resourceId: string;
  readonly removed: Documents['removed'];
}

/** What was removed, as long as it can be brought back. */
function Removed({ resourceId, removed }: RemovedProps) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const restore = useRestoreDocument(resourceId);
  return (
    <details>
      <summary>{t('profile.documents.removed', { count: removed.length })}</summary>
      <ul className="plain-list lines">
        {removed.map(({ id, title, erasedAt }) => (
          <li key={id}>
            <p>{title}</p>
            <p className="hint">{t('profile.documents.erasedAt', { time: instant(erasedAt) })}</p>
            <Button loading={restore.isPending} onClick={() => restore.mutate(id)}>
              {t('profile.documents.restoreOf', { title })}
            </Button>
          </li>
        ))}
      </ul>
      {restore.isError && <Refusal title={t('profile.notSaved')} error={restore.error} />}
    </details>
  );
}
