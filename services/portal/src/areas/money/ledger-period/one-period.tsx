import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Loaded } from '../../../kit/loaded.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import { useBy } from '../ledger/use-by.js';
import { useMe } from '../../../session/use-session.js';
import { type PeriodWithHistory, useClosePeriod, usePeriod, useReopenPeriod } from './use-periods.js';

const rootPath = '1.';

/** One month with what can be done about it, and who has done so. */
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
  const close = useClosePeriod(month);
  return (
    <>
      {close.isError && <Refusal title={t('strictLedger.refused')} error={close.error} />}
      <ConfirmButton
        type="primary"
        loading={close.isPending}
        question={t('strictLedger.period.closeQuestion', { month })}
        confirmText={t('strictLedger.period.close')}
        onConfirm={() => close.mutate({})}
      >
        {t('strictLedger.period.closeOf', { month })}
      </ConfirmButton>
    </>
  );
}

function Reopen({ month }: { readonly month: string }) {
  const { t } = useTranslation();
  const reopen = useReopenPeriod(month);
  const reason = useReason();
  return (
    <div className="labelled">
      <ReasonField
        reason={reason}
        label={t('strictLedger.reason')}
        required={t('strictLedger.reasonRequired')}
      />
      {reopen.isError && <Refusal title={t('strictLedger.refused')} error={reopen.error} />}
      <p>
        <ConfirmButton
          danger
          loading={reopen.isPending}
          question={t('strictLedger.period.reopenQuestion', { month })}
          confirmText={t('strictLedger.period.reopen')}
          onConfirm={() => reason.take((text) => reopen.mutate(text))}
        >
          {t('strictLedger.period.reopenOf', { month })}
        </ConfirmButton>
      </p>
    </div>
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
