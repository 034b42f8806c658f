import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../api/problem.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { countsAtAll, refusalOf, type Scan, type Shown } from './check-in.model.js';
import { UndoScan } from './undo-scan.js';
import type { CheckIn } from './use-check-in.js';

/** The outcome of the last scans, the newest first; those that wait can still be withdrawn. */
export function ScanLog({ activityId, door }: { readonly activityId: string; readonly door: CheckIn }) {
  const { t } = useTranslation();
  const { waiting, answered, error, takeBack, send } = door;
  if (waiting.length === 0 && answered.length === 0) return null;
  const isRefused = error instanceof ProblemError && error.problem.status < 500;
  return (
    <section className="card scan-log" aria-labelledby="log-title">
      <h2 id="log-title">{t('checkIn.log')}</h2>
      {isRefused && (
        <>
          <Refusal title={t('checkIn.notTaken')} error={error} />
          <div className="actions">
            <Button onClick={() => void send()}>{t('common.retry')}</Button>
            <ConfirmButton
              danger
              question={t('checkIn.discardQuestion', { count: waiting.length })}
              confirmText={t('checkIn.discard')}
              onConfirm={() => takeBack(waiting.map(({ item }) => item.operationId))}
            >
              {t('checkIn.discard')}
            </ConfirmButton>
          </div>
        </>
      )}
      <ul className="plain-list" aria-live="polite">
        {[...waiting].reverse().map((scan) => (
          <Waiting
            key={scan.item.operationId}
            scan={scan}
            onTakeBack={() => takeBack([scan.item.operationId])}
          />
        ))}
        {answered.map((shown) => (
          <Answered key={shown.item.operationId} shown={shown}>
            {countsAtAll(shown) && (
              <UndoScan
                activityId={activityId}
                operationId={shown.item.operationId}
                name={shown.label}
                onUndone={() => door.undone(shown)}
              />
            )}
          </Answered>
        ))}
      </ul>
      <p className="hint">{t('checkIn.noUndo')}</p>
    </section>
  );
}

function Waiting({ scan, onTakeBack }: { readonly scan: Scan; readonly onTakeBack: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className="scan is-waiting">
      <span>
        <strong>{t('checkIn.result.waiting')}</strong> {scan.label}{' '}
        <span className="hint">{format.instant(scan.item.at)}</span>
        {scan.said && <p>{t('checkIn.saidHere', { said: t(`checkIn.result.${scan.said.result}`) })}</p>}
      </span>
      {scan.wasTried !== true && <Button onClick={onTakeBack}>{t('checkIn.takeBack')}</Button>}
    </li>
  );
}

interface AnsweredProps {
  readonly shown: Shown;
  readonly children: ReactNode;
}

function Answered({ shown: { item, label, answer, isUndone }, children }: AnsweredProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const result = answer?.result ?? 'waiting';
  return (
    <li className={`scan is-${result}`}>
      <span>
        <strong>{t(`checkIn.result.${result}`)}</strong> {label}{' '}
        <span className="hint">{format.instant(item.at)}</span>
        {result === 'refused' && <p>{t(`checkIn.refusal.${refusalOf(answer?.code ?? null)}`)}</p>}
        {isUndone === true && <p>{t('checkIn.undone')}</p>}
      </span>
      {children}
    </li>
  );
}
