import '../../../kit/styles/narrow.css';
import { Alert, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { ApplicationPaper, PrintButton } from '../../members/application/application-paper.js';
import { ApplicationTurns } from '../../members/application/application-turns.js';
import type { Status } from './join.model.js';

interface StatusViewProps {
  readonly status: Status;
  /** It has just been sent. */
  readonly isNew?: boolean;
  readonly onChange: (status: Status) => void;
}

/** An application as its applicant sees it, and what they can do about it. */
export function StatusView({ status, isNew = false, onChange }: StatusViewProps) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const navigate = useNavigate();
  const { number, state, unionName, dueAt, turns, next, appealUntil, maskedPhone } = status;
  const kinds = {
    waiting: 'info',
    admitted: 'success',
    refused: 'warning',
    transfer: 'warning',
    withdrawn: 'info',
  } as const;
  return (
    <div className="on-paper narrow">
      <h1>{t(`joining.state.${state}`)}</h1>
      <Alert
        type={kinds[state]}
        showIcon
        className="notice"
        title={t(`joining.stateText.${state}`, {
          union: unionName,
          time: dueAt === null ? '' : instant(dueAt),
        })}
      />
      <div className="card">
        <dl className="facts">
          <dt>{t('application.number')}</dt>
          <dd>
            <strong>{number}</strong>
          </dd>
          <dt>{t('application.name')}</dt>
          <dd>{status.name ?? t('joining.deleted')}</dd>
          <dt>{t('application.phone')}</dt>
          <dd>{maskedPhone ?? t('joining.deleted')}</dd>
        </dl>
        {isNew && <p>{t('joining.keepNumber')}</p>}
        {state === 'admitted' && (
          <div className="actions">
            <Button type="primary" onClick={() => void navigate('/activate')}>
              {t('joining.activate')}
            </Button>
            <Link to="/sign-in">{t('joining.signIn')}</Link>
          </div>
        )}
        {state === 'transfer' && (
          <p>
            <Link to="/sign-in">{t('joining.signIn')}</Link>
          </p>
        )}
        <ApplicationTurns turns={turns} next={next} />
        {appealUntil !== null && <Appeal status={status} onChange={onChange} />}
        <div className="actions">
          <PrintButton />
          {state === 'waiting' && <Withdraw status={status} onChange={onChange} />}
        </div>
        <p className="hint">{t('joining.retention')}</p>
      </div>
      <ApplicationPaper facts={{ ...status, phone: maskedPhone }} />
    </div>
  );
}

function Withdraw({ status, onChange }: Pick<StatusViewProps, 'status' | 'onChange'>) {
  const { t } = useTranslation();
  const { number, ticket } = status;
  const withdraw = useCommand('application', 'post', '/applications/withdraw');
  return (
    <>
      <ConfirmButton
        danger
        loading={withdraw.isPending}
        question={t('joining.withdrawQuestion')}
        confirmText={t('joining.withdraw')}
        onConfirm={() => withdraw.mutate({ body: { number, ticket } }, { onSuccess: onChange })}
      >
        {t('joining.withdraw')}
      </ConfirmButton>
      {withdraw.isError && <Refusal title={t('joining.ticketOver')} error={withdraw.error} />}
    </>
  );
}

function Appeal({ status, onChange }: Pick<StatusViewProps, 'status' | 'onChange'>) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { number, ticket, appealUntil } = status;
  const appeal = useCommand('application', 'post', '/applications/appeal');
  return (
    <section aria-labelledby="appeal-title">
      <h2 id="appeal-title">{t('joining.appeal')}</h2>
      <p className="hint">
        {t('joining.appealHint', { time: appealUntil === null ? '' : instant(appealUntil) })}
      </p>
      <CommandForm
        command={appeal}
        input={({ reason }: { readonly reason: string }) => ({
          body: { number, ticket, reason: reason.trim() },
        })}
        submit={t('joining.appealSend')}
        refused={t('joining.ticketOver')}
        onDone={onChange}
      >
        <Form.Item
          name="reason"
          label={t('joining.appealReason')}
          rules={[{ required: true, whitespace: true, message: t('joining.appealReasonRequired') }]}
        >
          <TextArea rows={3} maxLength={500} />
        </Form.Item>
      </CommandForm>
    </section>
  );
}
