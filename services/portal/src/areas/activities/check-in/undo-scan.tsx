import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { useOnline } from '../../../kit/use-online.js';
import { useUndoScan } from './use-undo-scan.js';

interface UndoScanProps {
  readonly activityId: string;
  readonly operationId: string;
  /** Whose scan it is. */
  readonly name: string;
  readonly onUndone?: () => void;
}

/** Undoes a scan that the platform has acknowledged, with the reason; only with a network, as it is for all doors at once. */
export function UndoScan({ activityId, operationId, name, onUndone }: UndoScanProps) {
  const { t } = useTranslation();
  const id = useId();
  const isOnline = useOnline();
  const usual = t('checkIn.undoReasonUsual');
  const [reason, setReason] = useState<string>(usual);
  const undo = useUndoScan(activityId);
  if (undo.data !== undefined)
    return <p role="status">{t(undo.data.isPresent ? 'checkIn.undoneStillHere' : 'checkIn.undone')}</p>;
  if (!isOnline) return <p className="hint">{t('checkIn.undoOffline')}</p>;
  const confirm = (): void => {
    const said = reason.trim() === '' ? usual : reason.trim();
    undo.mutate({ operationId, reason: said }, onUndone === undefined ? {} : { onSuccess: onUndone });
  };
  return (
    <div>
      <ConfirmButton
        loading={undo.isPending}
        aria-label={t('checkIn.undoNamed', { name })}
        confirmText={t('checkIn.undo')}
        onConfirm={confirm}
        question={
          <>
            <p>{t('checkIn.undoQuestion', { name })}</p>
            <label htmlFor={id}>{t('checkIn.undoReason')}</label>
            <Input
              id={id}
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
            />
          </>
        }
      >
        {t('checkIn.undo')}
      </ConfirmButton>
      {undo.isError && <Refusal title={t('checkIn.notUndone')} error={undo.error} />}
    </div>
  );
}
