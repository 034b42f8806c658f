import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { useMemberName } from '../../../session/use-member-name.js';
import { useNameOf } from '../../../session/use-name-of.js';

export type Correction = components['schemas']['AttendanceCorrectionView'];

/** A proposed correction, who proposed it, and what the reader can do about it. */
export function CorrectionCard({ correction }: { readonly correction: Correction }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useNameOf();
  const { headsBefore, heads, unionName, reason, refusal, state } = correction;
  const name = useMemberName(correction.personId, correction.maskedName);
  const proposer = nameOf(correction.proposedBy, correction.proposedByName);
  const decider = nameOf(correction.decidedBy, correction.decidedByName);
  return (
    <article className="nested">
      <p>
        <strong>{name}</strong> {t('correction.change', { before: headsBefore, after: heads })}{' '}
        {unionName !== null && <span className="hint">{t('correction.forUnion', { union: unionName })}</span>}
      </p>
      <p>{t('correction.because', { reason })}</p>
      <p className="hint">
        {t('correction.by', { name: proposer, at: format.instant(correction.proposedAt) })}
      </p>
      <p>
        {t(`correction.stateIs.${state}`)}
        {correction.decidedAt !== null && (
          <span className="hint">
            {' '}
            {t('correction.by', { name: decider, at: format.instant(correction.decidedAt) })}
          </span>
        )}
      </p>
      {refusal !== null && <p>{t('correction.because', { reason: refusal })}</p>}
      {correction.mayDecide && <Decide correction={correction} />}
      {correction.mayWithdraw && <Withdraw correction={correction} />}
    </article>
  );
}

function Decide({ correction }: { readonly correction: Correction }) {
  const { t } = useTranslation();
  const approve = useCommand(
    'attendanceCorrection',
    'post',
    '/attendance-corrections/{correctionId}/approve',
  );
  const [refuses, setRefuses] = useState(false);
  if (refuses) return <RefuseForm correction={correction} onBack={() => setRefuses(false)} />;
  return (
    <>
      {approve.isError && <Refusal title={t('correction.notDecided')} error={approve.error} />}
      <div className="actions">
        <ConfirmButton
          type="primary"
          loading={approve.isPending}
          question={t('correction.approveQuestion')}
          confirmText={t('correction.approve')}
          onConfirm={() => approve.mutate({ correctionId: correction.id, version: correction.version })}
        >
          {t('correction.approve')}
        </ConfirmButton>
        <Button onClick={() => setRefuses(true)}>{t('correction.refuse')}</Button>
      </div>
    </>
  );
}

interface RefuseFormProps {
  readonly correction: Correction;
  readonly onBack: () => void;
}

function RefuseForm({ correction, onBack }: RefuseFormProps) {
  const { t } = useTranslation();
  const refuse = useCommand('attendanceCorrection', 'post', '/attendance-corrections/{correctionId}/refuse');
  return (
    <CommandForm
      name={`refuse-${correction.id}`}
      command={refuse}
      input={({ reason }: { readonly reason: string }) => ({
        correctionId: correction.id,
        version: correction.version,
        body: { reason: reason.trim() },
      })}
      submit={t('correction.refuse')}
      refused={t('correction.notDecided')}
      onCancel={onBack}
      cancel={t('correction.back')}
      danger
    >
      <Form.Item
        name="reason"
        label={t('correction.refusal')}
        rules={[{ required: true, whitespace: true, message: t('correction.reasonRequired') }]}
      >
        <Input maxLength={500} />
      </Form.Item>
    </CommandForm>
  );
}

function Withdraw({ correction }: { readonly correction: Correction }) {
  const { t } = useTranslation();
  const withdraw = useCommand(
    'attendanceCorrection',
    'post',
    '/attendance-corrections/{correctionId}/withdraw',
  );
  return (
    <>
      <p className="hint">{t('correction.waitsForSecond')}</p>
      {withdraw.isError && <Refusal title={t('correction.notDecided')} error={withdraw.error} />}
      <ConfirmButton
        loading={withdraw.isPending}
        question={t('correction.withdrawQuestion')}
        confirmText={t('correction.withdraw')}
        onConfirm={() => withdraw.mutate({ correctionId: correction.id, version: correction.version })}
      >
        {t('correction.withdraw')}
      </ConfirmButton>
    </>
  );
}
