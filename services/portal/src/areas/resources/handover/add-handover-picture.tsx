import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Refusal } from '../../../kit/states.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { PictureField } from '../../../kit/picture-field.js';
import { type Handover, picturesMax } from './handover.js';

/** Adds a picture of the condition to a handover. */
export function AddHandoverPicture({ handover }: { readonly handover: Handover }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [file, setFile] = useState<UploadedFile>();
  const add = useCommand('loan', 'post', '/loans/{loanId}/handovers/{handoverId}/pictures');
  const { loanId, id: handoverId } = handover;
  const close = (): void => {
    setIsOpen(false);
    setFile(undefined);
  };
  if (!isOpen) {
    return (
      <p>
        <Button onClick={() => setIsOpen(true)}>{t('handover.addPicture')}</Button>{' '}
        <span className="hint">{t('handover.pictureCount', { count: handover.pictures.length })}</span>
      </p>
    );
  }
  const id = `picture-${handover.id}`;
  return (
    <div className="inner-form">
      <label htmlFor={id}>
        {t('handover.addPicture')} {handover.pictures.length + 1}/{picturesMax}
      </label>
      <PictureField id={id} value={file} onChange={setFile} />
      {add.isError && <Refusal title={t('handover.pictureNotAdded')} error={add.error} />}
      <div className="actions">
        <Button
          type="primary"
          loading={add.isPending}
          disabled={file === undefined}
          onClick={() =>
            file !== undefined &&
            add.mutate({ loanId, handoverId, body: { fileKey: file.key } }, { onSuccess: close })
          }
        >
          {t('handover.pictureAdd')}
        </Button>
        <Button onClick={close}>{t('common.keepAsIs')}</Button>
      </div>
    </div>
  );
}
