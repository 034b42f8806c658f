import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import type { Loan } from '../loan/loan-desk.js';
import type { Extension } from './handover-desk.js';
import { useExtensionStep } from './use-handovers.js';
import { WordsForm } from '../../../kit/words-form.js';

const AskForm = lazyPart('AskForm', () => import('./ask-form.js'), { rows: 3 });

interface ExtensionSectionProps {
  readonly loan: Loan;
  readonly extensions: readonly Extension[];
  readonly mayDecide: boolean;
  readonly isBorrower: boolean;
}

/** A longer loan: the borrower asks, the owner answers, the time is held in between. */
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

function ExtensionActs({ extension, mayDecide, isBorrower }: ExtensionLineProps) {
  const { t } = useTranslation();
  const [isRefusing, setIsRefusing] = useState(false);
  const step = useExtensionStep(extension);
  if (isRefusing) {
    return (
      <WordsForm
        label={t('extension.refuseReason')}
        required={t('extension.reasonRequired')}
        submit={t('extension.refuse')}
        refused={t('extension.refused')}
        isPending={step.isPending}
        error={step.error}
        onSubmit={(reason) =>
          step.mutate({ act: 'refuse', reason }, { onSuccess: () => setIsRefusing(false) })
        }
        onClose={() => setIsRefusing(false)}
      />
    );
  }
  return (
    <>
      <div className="actions">
        {mayDecide && <Decision extension={extension} step={step} onRefuse={() => setIsRefusing(true)} />}
        {isBorrower && (
          <ConfirmButton
            loading={step.isPending}
            question={t('extension.withdrawQuestion')}
            confirmText={t('extension.withdraw')}
            onConfirm={() => step.mutate({ act: 'withdraw' })}
          >
            {t('extension.withdraw')}
          </ConfirmButton>
        )}
      </div>
      {step.isError && <Refusal title={t('extension.refused')} error={step.error} />}
    </>
  );
}

interface DecisionProps {
  readonly extension: Extension;
  readonly step: ReturnType<typeof useExtensionStep>;
  readonly onRefuse: () => void;
}

function Decision({ extension, step, onRefuse }: DecisionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <ConfirmButton
        type="primary"
        loading={step.isPending}
        question={t('extension.approveQuestion', { at: format.instant(extension.endsAt) })}
        confirmText={t('extension.approve')}
        onConfirm={() => step.mutate({ act: 'approve' })}
      >
        {t('extension.approve')}
      </ConfirmButton>
      <Button onClick={onRefuse}>{t('extension.refuse')}</Button>
    </>
  );
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
