import '../../../kit/styles/payment.css';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { yuanOf } from '../../../i18n/format.js';
import { Choice } from '../../../kit/choice.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { searchOf, withoutBlanks } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { EmptyState } from '../../../kit/states.js';
import { useListSearch } from '../../../kit/use-list-search.js';
import { MatterPaymentCard } from './matter-payment-card.js';
import { type MatterPayment, paymentStates, type PaymentState, stateOf } from './matter-payment.model.js';

/** Payments that follow from matters, for those who approve and pay them. */
export function MatterPaymentListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useListSearch();
  const state = stateOf(search);
  const q = search.get('q') ?? '';
  const filters = withoutBlanks<{ state?: PaymentState; q?: string }>({ state, q });
  const list = useList('matterPayment', '/matter-payments', filters);
  const nothing = t(q === '' ? 'matterPayment.empty' : 'matterPayment.notFound');
  return (
    <ListPage
      title={t('app.page.matterPayments')}
      intro={<p className="hint">{t('matterPayment.hint')}</p>}
      search={{
        label: t('matterPayment.find'),
        value: q,
        onFind: (text) => setSearch(searchOf({ ...filters, q: text })),
      }}
      filters={
        <Choice<PaymentState | ''>
          label={t('matterPayment.filter')}
          value={state ?? ''}
          options={[
            { value: '', label: t('matterPayment.all') },
            ...paymentStates.map((value) => ({ value, label: t(`matterPayment.state.${value}`) })),
          ]}
          onChange={(value) => setSearch(searchOf({ ...filters, state: value || undefined }))}
        />
      }
      list={list}
      empty={{ text: nothing }}
      exported={{ name: t('matterPayment.exportName'), columns: useExportColumns() }}
    >
      {(payments) =>
        payments.length === 0 ? (
          <EmptyState text={nothing} />
        ) : (
          <ul className="plain-list payments">
            {payments.map((payment) => (
              <li key={payment.id}>
                <MatterPaymentCard payment={payment} />
              </li>
            ))}
          </ul>
        )
      }
    </ListPage>
  );
}

function useExportColumns(): ExportColumn<MatterPayment>[] {
  const { t } = useTranslation();
  return [
    { title: t('matterPayment.exportName'), text: ({ matterNumber }) => matterNumber },
    { title: t('matterPayment.union'), text: ({ unionName }) => unionName },
    { title: t('money.amount'), kind: 'money', text: ({ amount }) => yuanOf(amount.amount) },
    { title: t('matterPayment.expense'), text: ({ expenseCode }) => t(`money.expense.${expenseCode}`) },
    { title: t('matterPayment.filter'), text: ({ state }) => t(`matterPayment.state.${state}`) },
    { title: t('matterPayment.paidOn'), kind: 'day', text: ({ paidOn }) => paidOn ?? '' },
    { title: t('matterPayment.bankReference'), text: ({ bankReference }) => bankReference ?? '' },
    { title: t('matterPayment.returnedOn'), kind: 'day', text: ({ returnedOn }) => returnedOn ?? '' },
    { title: t('matterPayment.reason'), text: ({ reason }) => reason ?? '' },
  ];
}
