import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import type { Waiting } from './handover-queue.js';
import type { useHandoverQueue } from './use-handover-queue.js';

/** The recorded handovers without an answer yet, and those that were refused. */
export function QueueSection({ queue }: { readonly queue: ReturnType<typeof useHandoverQueue> }) {
  const { t } = useTranslation();
  const { waiting, sentCount, drop } = queue;
  return (
    <>
      <p role="status" className="hint">
        {waiting.length === 0 && sentCount > 0 && t('handoverDesk.accepted')}
      </p>
      {waiting.length > 0 && (
        <section className="card" aria-labelledby="queue-title">
          <h2 id="queue-title">{t('handoverDesk.queue', { count: waiting.length })}</h2>
          <ul className="plain-list">
            {waiting.map((one) => (
              <li key={one.item.operationId}>
                <WaitingLine waiting={one} onDrop={() => drop(one.item.operationId)} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function WaitingLine({ waiting, onDrop }: { readonly waiting: Waiting; readonly onDrop: () => void }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { title, item, refusal } = waiting;
  const direction = t(`handover.${item.direction}`);
  return (
    <article className="handover">
      <p>
        <strong>{title}</strong> {t('handover.happened', { direction, at: instant(item.at) })}
      </p>
      {refusal === null ? (
        <p className="hint">{t(navigator.onLine ? 'handoverDesk.sending' : 'handoverDesk.queued')}</p>
      ) : (
        <>
          <p className="field-error" role="alert">
            {t('handoverDesk.refusedBy', { detail: refusal })}
          </p>
          <ConfirmButton
            question={t('handoverDesk.dropQuestion')}
            confirmText={t('handoverDesk.drop')}
            onConfirm={onDrop}
          >
            {t('handoverDesk.drop')}
          </ConfirmButton>
        </>
      )}
    </article>
  );
}
