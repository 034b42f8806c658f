import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input } from '../../../kit/input.js';
import { Loaded } from '../../../kit/loaded.js';
import { Refusal } from '../../../kit/states.js';
import { useBy } from '../ledger/use-by.js';
import { useMe } from '../../../session/use-session.js';
import { type PeriodWithHistory, usePeriod } from './use-period.js';

const rootPath = '1.';

/** One month with its possible acts and its history. */
export function OnePeriod({ month }: { readonly month: string }) {
  const period = usePeriod(month);
  return <Loaded query={period}>{(found) => <Period period={found} />}</Loaded>;
}

function Period({ period }: { readonly period: PeriodWithHistory }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const mayAct = me?.roles.some(({ role, path }) => role === 'approver' && path === rootPath) ?? false;
  const { state, accountsDone: done, accountsTotal: total } = period;
  return (
    <>
      <p role="status">
        {t(`strictLedger.period.states.${state}`)}
        {state !== 'open' && ` · ${t('strictLedger.period.progress', { done, total })}`}
      </p>
      {mayAct && state === 'open' && <Close month={period.month} />}
      {mayAct && state === 'closed' && <Reopen month={period.month} />}
      <History period={period} />
    </>
  );
}

function Close({ month }: { readonly month: string }) {
  const { t } = useTranslation();
  const close = useCommand('ledgerPeriod', 'post', '/ledger/periods/{month}/close');
  return (
    <>
      {close.isError && <Refusal title={t('strictLedger.refused')} error={close.error} />}
      <ConfirmButton
        type="primary"
        loading={close.isPending}
        question={t('strictLedger.period.closeQuestion', { month })}
        confirmText={t('strictLedger.period.close')}
        onConfirm={() => close.mutate({ month })}
      >
        {t('strictLedger.period.closeOf', { month })}
      </ConfirmButton>
    </>
  );
}

function Reopen({ month }: { readonly month: string }) {
  const { t } = useTranslation();
  const reopen = useCommand('ledgerPeriod', 'post', '/ledger/periods/{month}/reopen');
  return (
    <CommandForm
      command={reopen}
      input={({ reason }: { readonly reason: string }) => ({ month, body: { reason: reason.trim() } })}
      submit={t('strictLedger.period.reopenOf', { month })}
      refused={t('strictLedger.refused')}
      confirm={{
        question: t('strictLedger.period.reopenQuestion', { month }),
        text: t('strictLedger.period.reopen'),
      }}
      danger
    >
      <Form.Item
        name="reason"
        label={t('strictLedger.reason')}
        rules={[{ required: true, whitespace: true, message: t('strictLedger.reasonRequired') }]}
      >
        <Input maxLength={500} />
      </Form.Item>
    </CommandForm>
  );
}

function History({ period: { month, history } }: { readonly period: PeriodWithHistory }) {
  const { t } = useTranslation();
  const by = useBy();
  return (
    <>
      <h3>{t('strictLedger.period.historyOf', { month })}</h3>
      {history.length === 0 && <p className="hint">{t('strictLedger.period.noHistory')}</p>}
      <ul>
        {history.map(({ act, at, by: name, reason }) => (
          <li key={at}>
            {t(`strictLedger.period.acts.${act}`)} · {by(name, at)}
            {reason !== null && ` · ${reason}`}
          </li>
        ))}
      </ul>
    </>
  );
}
