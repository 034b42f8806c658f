import { Alert } from 'antd';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import type { Payment } from './payment.model.js';

const Done = createContext<(payment: Payment) => void>(() => undefined);

/** A payment that was recorded leaves its list: what happened to it, and what comes next, is said above. */
export function WithDone({ children }: { readonly children: ReactNode }) {
  const [done, setDone] = useState<Payment | null>(null);
  return (
    <Done.Provider value={setDone}>
      <div role="status">{done !== null && <SayDone payment={done} />}</div>
      {children}
    </Done.Provider>
  );
}

export function useDone(): (payment: Payment) => void {
  return useContext(Done);
}

function SayDone({ payment }: { readonly payment: Payment }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { id, payer, payee, amount, state, sentAt } = payment;
  const names = { payer: payer.name, payee: payee.name, amount: money(amount) };
  const open = sentAt === null ? 'received' : 'sent';
  return (
    <Alert
      type="success"
      showIcon
      className="notice"
      title={t(`settling.done.${state === 'settled' ? 'settled' : open}`, names)}
      description={state === 'settled' ? null : t(`settling.done.${open}Next`, names)}
      action={<Link to={`/payments/${id}`}>{t('settling.done.see')}</Link>}
    />
  );
}
