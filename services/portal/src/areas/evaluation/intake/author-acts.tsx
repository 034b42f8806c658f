import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import type { Intake } from './intake.model.js';
import { WordsForm } from './words-form.js';

/** The author may withdraw an open entry, and judges an answered one. */
export function AuthorActs({ entry }: { readonly entry: Intake }) {
  if (entry.state === 'closed') return null;
  return entry.state === 'answered' ? <Judge entry={entry} /> : <Withdraw entry={entry} />;
}

function Withdraw({ entry }: { readonly entry: Intake }) {
  const { t } = useTranslation();
  const withdraw = useCommand('intake', 'post', '/intake/{intakeId}/close');
  return (
    <div className="intake-withdraw">
      {withdraw.isError && <Refusal title={t('intake.withdrawRefused')} error={withdraw.error} />}
      <ConfirmButton
        loading={withdraw.isPending}
        question={t('intake.withdrawQuestion')}
        confirmText={t('intake.withdrawYes')}
        onConfirm={() =>
          withdraw.mutate({ intakeId: entry.id, version: entry.version, body: { reason: null } })
        }
      >
        {t('intake.withdraw')}
      </ConfirmButton>
    </div>
  );
}

function Judge({ entry }: { readonly entry: Intake }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isAsking, setIsAsking] = useState(false);
  const close = useCommand('intake', 'post', '/intake/{intakeId}/close');
  return (
    <section className="card" aria-labelledby="judge-title">
      <h2 id="judge-title">{t('intake.judge')}</h2>
      {entry.closesAt !== null && (
        <p className="hint">{t('intake.judgeHint', { time: format.instant(entry.closesAt) })}</p>
      )}
      {close.isError && <Refusal title={t('intake.resolvedRefused')} error={close.error} />}
      <div className="actions">
        <ConfirmButton
          type="primary"
          loading={close.isPending}
          question={t('intake.resolvedQuestion')}
          confirmText={t('intake.resolvedYes')}
          onConfirm={() =>
            close.mutate({ intakeId: entry.id, version: entry.version, body: { reason: null } })
          }
        >
          {t('intake.resolved')}
        </ConfirmButton>
        {!isAsking && <Button onClick={() => setIsAsking(true)}>{t('intake.askAgain')}</Button>}
      </div>
      {isAsking && <AskAgainForm entry={entry} />}
    </section>
  );
}

function AskAgainForm({ entry }: { readonly entry: Intake }) {
  const { t } = useTranslation();
  const ask = useCommand('intake', 'post', '/intake/{intakeId}/ask-again');
  const texts = {
    label: t('intake.askAgainText'),
    required: t('intake.askAgainRequired'),
    refused: t('intake.askAgainRefused'),
    send: t('intake.askAgainSend'),
  };
  return <WordsForm entry={entry} name="intake-again" command={ask} texts={texts} autoFocus />;
}
