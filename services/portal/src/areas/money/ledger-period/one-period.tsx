import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { Refusal } from '../../../kit/states.js';
import { useBy } from '../ledger/use-by.js';
import { useMe } from '../../../session/use-session.js';
import { type PeriodWithHistory, usePeriod } from './use-period.js';

const ReopenPeriod = lazyPart('ReopenPeriod', () => import('./reopen-period.js'), { rows: 2 });
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
      {mayAct && state === 'closed' && <ReopenPeriod month={period.month} />}
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

function History({ period: { month, history } }: { readonly period: PeriodWithHistory }) {
  const { t } = useTranslation();
  const by = useBy();
  return (
    <>
      <h3>{t('strictLedger.period.historyOf', { month })}</h3>
      {history.length === 0 && <p className="hint">{t('strictLedger.period.noHistory')}</p>}
      <ul>
        {history.map(({ act, at, byId, by: mask, reason }) => (
          <li key={at}>
            {t(`strictLedger.period.acts.${act}`)} · {by(byId, mask, at)}
            {reason !== null && ` · ${reason}`}
          </li>
        ))}
      </ul>
    </>
  );
}
