import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { AttachmentField } from '../../../kit/attachment-field.js';
import type { Documents } from './use-profile.js';

interface DocumentKeeperProps {
  readonly resourceId: string;
  readonly documents: Documents;
}

/** Adds documents, removes them, and restores removed ones. */
export function DocumentKeeper({ resourceId, documents: { items, removed } }: DocumentKeeperProps) {
  const { t } = useTranslation();
  const [isAdding, setIsAdding] = useState(false);
  const remove = useCommand('resource', 'delete', '/resources/{resourceId}/documents/{documentId}');
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
              onConfirm={() => remove.mutate({ resourceId, documentId: id })}
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

function AddDocument({ resourceId, onDone }: AddDocumentProps) {
  const { t } = useTranslation();
  const add = useCommand('resource', 'post', '/resources/{resourceId}/documents');
  return (
    <CommandForm
      command={add}
      input={({ fileKey: file, title }: Chosen) =>
        file === undefined
          ? null
          : {
              resourceId,
              body: { fileKey: file.key, fileName: file.name.slice(-200), title: title?.trim() || null },
            }
      }
      submit={t('profile.documents.addYes')}
      refused={t('profile.notSaved')}
      onDone={onDone}
      onCancel={onDone}
      className="inner-form"
    >
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
    </CommandForm>
  );
}

interface RemovedProps {
  readonly resourceId: string;
  readonly removed: Documents['removed'];
}

/** The removed documents that can still be restored. */
function Removed({ resourceId, removed }: RemovedProps) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const restore = useCommand('resource', 'post', '/resources/{resourceId}/documents/{documentId}/restore');
  return (
    <details>
      <summary>{t('profile.documents.removed', { count: removed.length })}</summary>
      <ul className="plain-list lines">
        {removed.map(({ id, title, erasedAt }) => (
          <li key={id}>
            <p>{title}</p>
            <p className="hint">{t('profile.documents.erasedAt', { time: instant(erasedAt) })}</p>
            <Button
              loading={restore.isPending}
              onClick={() => restore.mutate({ resourceId, documentId: id })}
            >
              {t('profile.documents.restoreOf', { title })}
            </Button>
          </li>
        ))}
      </ul>
      {restore.isError && <Refusal title={t('profile.notSaved')} error={restore.error} />}
    </details>
  );
}
