import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { type ItemAt, useList } from '../../../api/use-read.js';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { ListPage } from '../../../kit/list-page.js';
import { MemberName } from '../../../session/member-name.js';
import { useOffices } from '../../../session/use-offices.js';
import { UnionOfDues } from './dues-page.js';
import { receiptOf } from './dues-form.js';
import { duesReaders, useKeepsDues } from './use-dues-offices.js';

type Payment = ItemAt<'/dues-payments'>;

/** The receipts of a union, the newest first; what was wrong is taken back here. */
export function DuesReceiptsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { unionIdsOf } = useOffices();
  const [search, setSearch] = useSearchParams();
  const union = search.get('union') ?? unionIdsOf(...duesReaders)[0];
  const keeps = useKeepsDues(union);
  const [reversing, setReversing] = useState<string | null>(null);
  const list = useList('duesPayment', '/dues-payments', union === undefined ? undefined : { union });
  // The newest first: what takes a payment back stands above it.
  const reversed = new Set(list.items?.map(({ reverses }) => reverses));
  const toDues = union === undefined ? '/dues' : `/dues?union=${union}`;
  return (
    <ListPage
      title={t('dues.receipts.title')}
      back={toDues}
      intro={
        <>
          <p className="hint">{t('dues.receipts.hint')}</p>
          <UnionOfDues
            union={union}
            onChange={(chosen) => setSearch(chosen === undefined ? {} : { union: chosen })}
          />
        </>
      }
      list={list}
      empty={{
        text: t('dues.receipts.empty'),
        action: <Link to={toDues}>{t('dues.receipts.toDues')}</Link>,
      }}
      table={{
        rowKey: ({ id }) => id,
        columns: [
          { key: 'receipt', title: t('dues.receipts.number'), cell: receiptOf },
          { key: 'paidOn', title: t('dues.pay.paidOn'), cell: ({ paidOn }) => format.date(paidOn) },
          {
            key: 'member',
            title: t('dues.member'),
            cell: ({ memberId, personId, memberName }) => (
              <Link to={`/members/${memberId}/dues`}>
                <MemberName personId={personId} mask={memberName} />
              </Link>
            ),
          },
          {
            key: 'amount',
            title: t('dues.receipts.amount'),
            isNumber: true,
            cell: ({ amount }) => format.money(amount),
          },
          { key: 'note', title: t('dues.pay.note'), cell: ({ note }) => note ?? t('common.none') },
          {
            key: 'acts',
            title: t('dues.receipts.state'),
            cell: (payment) => (
              <PaymentActs
                payment={payment}
                isReversed={reversed.has(payment.id)}
                keeps={keeps}
                isOpen={reversing === payment.id}
                onOpen={setReversing}
              />
            ),
          },
        ],
      }}
      exported={{
        name: t('dues.receipts.title'),
        columns: [
          { title: t('dues.receipts.number'), text: receiptOf },
          { title: t('dues.pay.paidOn'), kind: 'day', text: ({ paidOn }) => paidOn },
          { title: t('dues.member'), text: ({ memberName }) => memberName },
          { title: t('dues.receipts.amount'), kind: 'money', text: ({ amount }) => yuanOf(amount.amount) },
          { title: t('dues.pay.note'), text: ({ note }) => note ?? '' },
        ],
      }}
    />
  );
}

interface PaymentActsProps {
  readonly payment: Payment;
  readonly isReversed: boolean;
  readonly keeps: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (id: string | null) => void;
}

function PaymentActs({ payment, isReversed, keeps, isOpen, onOpen }: PaymentActsProps) {
  const { t } = useTranslation();
  if (payment.reverses !== null) return t('dues.receipts.takesBack');
  if (isReversed) return t('dues.receipts.takenBack');
  if (!keeps) return t('dues.receipts.stands');
  if (isOpen) return <ReversePayment payment={payment} onClose={() => onOpen(null)} />;
  return <Button onClick={() => onOpen(payment.id)}>{t('dues.receipts.reverse')}</Button>;
}

interface ReversePaymentProps {
  readonly payment: Payment;
  readonly onClose: () => void;
}

function ReversePayment({ payment, onClose }: ReversePaymentProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const reverse = useCommand('duesPayment', 'post', '/dues-payments/{paymentId}/reverse');
  const receipt = receiptOf(payment);
  return (
    <CommandForm
      name="dues-reverse"
      label={t('dues.receipts.reverse')}
      command={reverse}
      input={({ reason }: { reason: string }) => ({
        paymentId: payment.id,
        body: { reason: reason.trim() },
      })}
      submit={t('dues.receipts.reverse')}
      refused={t('dues.refused')}
      danger
      confirm={{
        question: t('dues.receipts.question', { receipt, amount: format.money(payment.amount) }),
        text: t('dues.receipts.reverse'),
      }}
      onDone={onClose}
      onCancel={onClose}
    >
      <Form.Item
        name="reason"
        label={t('dues.receipts.reason')}
        rules={[{ required: true, whitespace: true, message: t('dues.receipts.reasonRequired') }]}
      >
        <Input maxLength={200} autoComplete="off" placeholder={t('dues.receipts.reasonExample')} />
      </Form.Item>
    </CommandForm>
  );
}
