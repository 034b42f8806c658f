import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { incomeKinds } from '../../../api/accounting.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input, TextArea } from '../../../kit/input.js';
import { Loaded } from '../../../kit/loaded.js';
import { plainFigure } from '../../../kit/plain-figure.js';
import { EmptyState, Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import type { MatterPayment } from './matter-payment.model.js';

interface ActProps {
  readonly payment: MatterPayment;
}

type IncomeKind = NonNullable<MatterPayment['incomeKind']>;

/** What the caller can do: approve or refuse, or pay and say so, never both of one payment. */
export function MatterPaymentActs({ payment }: ActProps) {
  const { t } = useTranslation();
  const { state, mayApprove, mayPay } = payment;
  return (
    <>
      <p className="hint">{t('matterPayment.otherPerson')}</p>
      {mayApprove && state === 'asked' && <Approve payment={payment} />}
      {mayPay && state === 'approved' && (
        <>
          <Payees payment={payment} />
          <Pay payment={payment} />
        </>
      )}
      {mayApprove && (
        <details className="payment-act">
          <summary>{t('matterPayment.refuse')}</summary>
          <Refuse payment={payment} />
        </details>
      )}
      {mayPay && state === 'paid' && (
        <details className="payment-act">
          <summary>{t('matterPayment.return')}</summary>
          <Return payment={payment} />
        </details>
      )}
    </>
  );
}

function Approve({ payment }: ActProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { id: matterPaymentId, version, unionName, amount } = payment;
  const approve = useCommand('matterPayment', 'post', '/matter-payments/{matterPaymentId}/approve');
  const refresh = useRefresh('matterPayment');
  return (
    <div className="payment-act">
      {approve.isError && <Refusal title={t('matterPayment.notDone')} error={approve.error} />}
      <ConfirmButton
        type="primary"
        loading={approve.isPending}
        question={t('matterPayment.approveQuestion', { union: unionName, amount: money(amount) })}
        confirmText={t('matterPayment.approve')}
        onConfirm={() => approve.mutate({ matterPaymentId, version }, { onError: refresh })}
      >
        {t('matterPayment.approve')}
      </ConfirmButton>
    </div>
  );
}

function Refuse({ payment }: ActProps) {
  const { t } = useTranslation();
  const refuse = useCommand('matterPayment', 'post', '/matter-payments/{matterPaymentId}/refuse');
  return (
    <CommandForm
      // Several payments stand on one page: their fields need names of their own.
      name={`refuse-${payment.id}`}
      command={refuse}
      input={({ reason }: { readonly reason: string }) => ({
        matterPaymentId: payment.id,
        version: payment.version,
        body: { reason: reason.trim() },
      })}
      submit={t('matterPayment.refuse')}
      refused={t('matterPayment.notDone')}
      confirm={{ question: t('matterPayment.refuseQuestion'), text: t('matterPayment.refuse') }}
      danger
    >
      <ReasonField label={t('matterPayment.refuseLabel')} />
    </CommandForm>
  );
}

function ReasonField({ label }: { readonly label: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="reason"
      label={label}
      rules={[{ required: true, whitespace: true, message: t('matterPayment.reasonRequired') }]}
    >
      <TextArea rows={2} maxLength={500} />
    </Form.Item>
  );
}

interface PayForm {
  readonly incomeKind: IncomeKind;
  readonly bankReference: string;
  readonly paidOn: string;
}

function Pay({ payment }: ActProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const pay = useCommand('matterPayment', 'post', '/matter-payments/{matterPaymentId}/paid');
  const required = [{ required: true, whitespace: true, message: t('matterPayment.payRequired') }];
  const said = { amount: money(payment.amount), union: payment.unionName };
  return (
    <CommandForm
      name={`pay-${payment.id}`}
      command={pay}
      input={({ incomeKind, bankReference, paidOn }: PayForm) => ({
        matterPaymentId: payment.id,
        version: payment.version,
        body: { incomeKind, paidOn, bankReference: plainFigure(bankReference).trim() },
      })}
      submit={t('matterPayment.pay')}
      refused={t('matterPayment.notDone')}
      confirm={{ question: t('matterPayment.payQuestion', said), text: t('matterPayment.pay') }}
    >
      <div className="two-columns">
        <Form.Item name="incomeKind" label={t('matterPayment.fund')} rules={required}>
          <Choice<IncomeKind | ''>
            options={[
              { value: '', label: t('common.choose') },
              ...incomeKinds.map((kind) => ({ value: kind, label: t(`money.fund.${kind}`) })),
            ]}
          />
        </Form.Item>
        <Form.Item name="paidOn" label={t('matterPayment.paidOn')} rules={required}>
          <DateInput />
        </Form.Item>
      </div>
      <Form.Item name="bankReference" label={t('matterPayment.bankReference')} rules={required}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
    </CommandForm>
  );
}

function Return({ payment }: ActProps) {
  const { t } = useTranslation();
  const back = useCommand('matterPayment', 'post', '/matter-payments/{matterPaymentId}/returned');
  return (
    <CommandForm
      name={`return-${payment.id}`}
      command={back}
      input={({ reason, returnedOn }: { readonly reason: string; readonly returnedOn: string }) => ({
        matterPaymentId: payment.id,
        version: payment.version,
        body: { returnedOn, reason: reason.trim() },
      })}
      submit={t('matterPayment.returnSubmit')}
      refused={t('matterPayment.notDone')}
      confirm={{ question: t('matterPayment.returnQuestion'), text: t('matterPayment.returnSubmit') }}
      danger
    >
      <Form.Item
        name="returnedOn"
        label={t('matterPayment.returnedOn')}
        rules={[{ required: true, message: t('matterPayment.payRequired') }]}
      >
        <DateInput />
      </Form.Item>
      <ReasonField label={t('matterPayment.returnLabel')} />
    </CommandForm>
  );
}

/** Whom to pay is read when somebody asks for it, as each reading is on record. */
function Payees({ payment }: ActProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <PayeeList payment={payment} />;
  return (
    <div className="payment-act">
      <Button onClick={() => setOpen(true)}>{t('matterPayment.showPayees')}</Button>
      <p className="hint">{t('matterPayment.payeesHint')}</p>
    </div>
  );
}

function PayeeList({ payment }: ActProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const query = useRead('matterPayees', '/matter-payments/{matterPaymentId}/payees', {
    matterPaymentId: payment.id,
  });
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState text={t('matterPayment.noPayees')} />
        ) : (
          <ul>
            {items.map(({ pseudonym, label, name, account }) => {
              const part = payment.parts.find((one) => one.pseudonym === pseudonym);
              return (
                <li key={pseudonym}>
                  {t('matterPayment.payee', { label, name: name ?? t('matterPayment.noName') })}
                  {t('common.separator')}
                  {account ?? t('matterPayment.noAccount')}
                  {part !== undefined && `${t('common.separator')}${money(part.amount)}`}
                </li>
              );
            })}
          </ul>
        )
      }
    </Loaded>
  );
}
