import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import type { Loan } from '../loan/loan.js';
import type { Extension } from './handover.js';
import { WordsForm } from '../../../kit/words-form.js';

const AskForm = lazyPart('AskForm', () => import('./ask-form.js'), { rows: 3 });

interface ExtensionSectionProps {
  readonly loan: Loan;
  readonly extensions: readonly Extension[];
  readonly mayDecide: boolean;
  readonly isBorrower: boolean;
}

/** Requests to extend a loan: the borrower asks, the owner decides, the time is held in between. */
export function ExtensionSection({ loan, extensions, mayDecide, isBorrower }: ExtensionSectionProps) {
  const { t } = useTranslation();
  const isRunning = loan.state === 'approved' || loan.state === 'handedOver';
  const mayAsk = isBorrower && !mayDecide && isRunning && loan.heldUntil === null && isAhead(loan);
  if (extensions.length === 0 && !mayAsk) return null;
  return (
    <section className="card" aria-labelledby="extension-title">
      <h2 id="extension-title">{t('extension.title')}</h2>
      <ul className="plain-list">
        {extensions.map((extension) => (
          <li key={extension.id}>
            <ExtensionLine extension={extension} mayDecide={mayDecide} isBorrower={isBorrower} />
          </li>
        ))}
      </ul>
      {mayAsk && <AskExtension loan={loan} />}
    </section>
  );
}

function isAhead({ endsAt }: Loan): boolean {
  return Date.parse(endsAt) > Date.now();
}

interface ExtensionLineProps {
  readonly extension: Extension;
  readonly mayDecide: boolean;
  readonly isBorrower: boolean;
}

function ExtensionLine({ extension, mayDecide, isBorrower }: ExtensionLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, endsAt, reason, refusal, decideBy } = extension;
  return (
    <article className="handover">
      <p>
        <strong>{t('extension.until', { at: format.instant(endsAt) })}</strong>{' '}
        <span className="tag">{t(`extension.state.${state}`)}</span>
      </p>
      {reason !== null && <p>{t('extension.because', { words: reason })}</p>}
      {refusal !== null && <p>{t('extension.refusal', { words: refusal })}</p>}
      {state === 'asked' && (
        <>
          <p className="hint">{t('extension.decideBy', { at: format.instant(decideBy) })}</p>
          <ExtensionActs extension={extension} mayDecide={mayDecide} isBorrower={isBorrower} />
        </>
      )}
    </article>
  );
}

const path = '/loans/{loanId}/extension-requests/{extensionRequestId}';

function ExtensionActs({ extension, mayDecide, isBorrower }: ExtensionLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isRefusing, setIsRefusing] = useState(false);
  const approve = useCommand('loan', 'post', `${path}/approve`);
  const withdraw = useCommand('loan', 'post', `${path}/withdraw`);
  const seen = seenOf(extension);
  const failed = [approve, withdraw].find(({ isError }) => isError);
  if (isRefusing) return <RefuseForm extension={extension} onClose={() => setIsRefusing(false)} />;
  return (
    <>
      <div className="actions">
        {mayDecide && (
          <>
            <ConfirmButton
              type="primary"
              loading={approve.isPending}
              question={t('extension.approveQuestion', { at: format.instant(extension.endsAt) })}
              confirmText={t('extension.approve')}
              onConfirm={() => approve.mutate(seen)}
            >
              {t('extension.approve')}
            </ConfirmButton>
            <Button onClick={() => setIsRefusing(true)}>{t('extension.refuse')}</Button>
          </>
        )}
        {isBorrower && (
          <ConfirmButton
            loading={withdraw.isPending}
            question={t('extension.withdrawQuestion')}
            confirmText={t('extension.withdraw')}
            onConfirm={() => withdraw.mutate(seen)}
          >
            {t('extension.withdraw')}
          </ConfirmButton>
        )}
      </div>
      {failed !== undefined && <Refusal title={t('extension.refused')} error={failed.error} />}
    </>
  );
}

interface RefuseFormProps {
  readonly extension: Extension;
  readonly onClose: () => void;
}

function RefuseForm({ extension, onClose }: RefuseFormProps) {
  const { t } = useTranslation();
  const refuse = useCommand('loan', 'post', `${path}/refuse`);
  return (
    <WordsForm
      label={t('extension.refuseReason')}
      required={t('extension.reasonRequired')}
      submit={t('extension.refuse')}
      refused={t('extension.refused')}
      isPending={refuse.isPending}
      error={refuse.error}
      onSubmit={(reason) => refuse.mutate({ ...seenOf(extension), body: { reason } }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

function seenOf({ loanId, id, version }: Extension) {
  return { loanId, extensionRequestId: id, version };
}

function AskExtension({ loan }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) return <AskForm loan={loan} onClose={() => setIsOpen(false)} />;
  return (
    <>
      <p>
        <Button onClick={() => setIsOpen(true)}>{t('extension.ask')}</Button>
      </p>
      <Preload part={AskForm} />
    </>
  );
}
