import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { DownloadAttachment } from '../../../kit/download-attachment.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { type Attachment, fileOf } from './attachment.model.js';

const EditAttachment = lazyPart('EditAttachment', () => import('./edit-attachment.js'));

interface AttachmentLineProps {
  readonly activityId: string;
  readonly attachment: Attachment;
  readonly place: { readonly isFirst: boolean; readonly isLast: boolean };
  readonly mayChange: boolean;
  readonly onMove: (step: -1 | 1) => void;
}

/** An attachment as its organiser sees it. */
export function AttachmentLine(props: AttachmentLineProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { activityId, attachment, mayChange } = props;
  return (
    <li>
      <h3>{attachment.title}</h3>
      <p className="hint">{t(`attachment.visibleTo.${attachment.visibility}`)}</p>
      <DownloadAttachment {...fileOf(activityId, attachment)} attachment={attachment} />
      {mayChange && !isOpen && <Acts {...props} onEdit={() => setIsOpen(true)} />}
      {isOpen && (
        <EditAttachment activityId={activityId} attachment={attachment} onDone={() => setIsOpen(false)} />
      )}
    </li>
  );
}

function Acts(props: AttachmentLineProps & { readonly onEdit: () => void }) {
  const { t } = useTranslation();
  const { activityId, attachment, place, onMove, onEdit } = props;
  const { id, title } = attachment;
  const remove = useCommand(
    'activityAttachment',
    'delete',
    '/activities/{activityId}/attachments/{attachmentId}',
  );
  return (
    <>
      <div className="actions">
        <Button
          disabled={place.isFirst}
          onClick={() => onMove(-1)}
          aria-label={t('attachment.earlierOf', { title })}
        >
          {t('attachment.earlier')}
        </Button>
        <Button
          disabled={place.isLast}
          onClick={() => onMove(1)}
          aria-label={t('attachment.laterOf', { title })}
        >
          {t('attachment.later')}
        </Button>
        <Button onClick={onEdit} aria-label={t('attachment.editOf', { title })}>
          {t('attachment.edit')}
        </Button>
        <ConfirmButton
          danger
          loading={remove.isPending}
          question={t('attachment.removeQuestion')}
          confirmText={t('attachment.removeYes')}
          onConfirm={() => remove.mutate({ activityId, attachmentId: id })}
          aria-label={t('attachment.removeOf', { title })}
        >
          {t('attachment.remove')}
        </ConfirmButton>
      </div>
      {remove.isError && <Refusal title={t('attachment.notRemoved')} error={remove.error} />}
    </>
  );
}
