import '../../../kit/styles/ledger.css';
import '../../../kit/styles/payment.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { type FetchPage, useList } from '../../../api/use-read.js';
import { yuanOf } from '../../../i18n/format.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { searchOf, withoutBlanks } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { EmptyState } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import {
  isInView,
  type Payment,
  type PaymentViewName,
  paymentViewOf,
  paymentViews,
  stateOf,
} from './payment.model.js';
import { PaymentCard } from './payment-card.js';

/** A view takes its part of the open payments, so these are read in the largest pages. */
const pageSizeMax = 200;

interface PaymentFilters {
  readonly view: PaymentViewName;
  readonly nettingRunId: string | undefined;
  readonly q: string;
}

export function PaymentListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { holds } = useOffices();
  const filters = {
    view: paymentViewOf(search, holds('finance')),
    nettingRunId: search.get('nettingRunId') ?? undefined,
    q: search.get('q') ?? '',
  };
  const { view, q } = filters;
  const list = useList('payment', '/payments', queryOf(filters), { limit: pageSizeMax });
  const exported: FetchPage<Payment> = async (page, signal) => {
    const { items, nextCursor } = await list.fetchPage(page, signal);
    return { items: items.filter((one) => isInView(one, view)), nextCursor };
  };
  const nothing = q === '' ? t(`money.payment.empty.${view}`) : t('money.payment.notFound');
  return (
    <ListPage
      title={t('app.page.payments')}
      intro={<Intro {...filters} />}
      search={{
        label: t('money.payment.find'),
        value: q,
        onFind: (text) => setSearch(searchOf({ ...filters, q: text })),
      }}
      list={{ ...list, fetchPage: exported }}
      empty={{ text: nothing }}
      exported={{
        name: `${t('money.payment.exportName')}-${t(`money.payment.views.${view}`)}`,
        columns: useExportColumns(),
      }}
    >
      {(payments) => {
        const shown = payments.filter((payment) => isInView(payment, view));
        if (shown.length === 0) return <EmptyState text={nothing} />;
        return (
          <ul className="plain-list payments">
            {shown.map((payment) => (
              <li key={payment.id}>
                <PaymentCard payment={payment} />
              </li>
            ))}
          </ul>
        );
      }}
    </ListPage>
  );
}

function Intro(filters: PaymentFilters) {
  const { t } = useTranslation();
  return (
    <>
      <p className="hint">{t('money.payment.hint')}</p>
      <p>
        <Link to="/bank-statements" className="cell-link">
          {t('settling.payment.toBank')}
        </Link>
      </p>
      <Views {...filters} />
      {filters.nettingRunId !== undefined && (
        <p>
          {t('money.payment.ofRun')}{' '}
          <Link to={`/payments?${searchOf({ ...filters, nettingRunId: undefined })}`} className="cell-link">
            {t('money.payment.allRuns')}
          </Link>
        </p>
      )}
    </>
  );
}

function Views(filters: PaymentFilters) {
  const { t } = useTranslation();
  return (
    <nav className="page-tabs" aria-label={t('money.payment.viewLabel')}>
      {paymentViews.map((one) => (
        <Link
          key={one}
          to={`/payments?${searchOf({ ...filters, view: one })}`}
          aria-current={one === filters.view ? 'page' : undefined}
        >
          {t(`money.payment.views.${one}`)}
        </Link>
      ))}
    </nav>
  );
}

interface PaymentQuery {
  readonly state: Payment['state'];
  readonly nettingRunId?: string;
  readonly q?: string;
}

function queryOf({ view, nettingRunId, q }: PaymentFilters) {
  return withoutBlanks<PaymentQuery>({ state: stateOf(view), nettingRunId, q });
}

function useExportColumns(): ExportColumn<Payment>[] {
  const { t } = useTranslation();
  return [
    { title: t('money.payer'), text: ({ payer }) => payer.name },
    { title: t('money.payee'), text: ({ payee }) => payee.name },
    { title: t('money.amount'), kind: 'money', text: ({ amount }) => yuanOf(amount.amount) },
    { title: t('settling.payment.dueOn'), kind: 'day', text: ({ dueOn }) => dueOn },
    { title: t('money.payment.bankReference'), text: ({ bankReference }) => bankReference ?? '' },
    { title: t('money.payment.sent'), kind: 'instant', text: ({ sentAt }) => sentAt ?? '' },
    { title: t('money.payment.received'), kind: 'instant', text: ({ receivedAt }) => receivedAt ?? '' },
    { title: t('money.payment.failReason'), text: ({ failReason }) => failReason ?? '' },
  ];
}
