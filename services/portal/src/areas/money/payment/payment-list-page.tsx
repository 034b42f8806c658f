import '../../../kit/styles/ledger.css';
import '../../../kit/styles/payment.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { yuanOf } from '../../../i18n/format.js';
import { AreaTabs } from '../../../session/area-tabs.js';
import { ExportButton } from '../../../kit/export-button.js';
import { searchOf, withoutBlanks } from '../../../kit/filters.model.js';
import { FindField } from '../../../kit/find-field.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
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
import { fetchPayments, type PaymentFilter, usePayments } from './use-payments.js';

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
  return (
    <>
      <AreaTabs area="money" />
      <PageHead title={t('app.page.payments')}>
        <PaymentExport {...filters} />
      </PageHead>
      <p className="hint">{t('money.payment.hint')}</p>
      <p>
        <Link to="/bank-statements" className="cell-link">
          {t('settling.payment.toBank')}
        </Link>
      </p>
      <Views {...filters} />
      <div className="money-filters">
        <FindField
          key={filters.q}
          label={t('money.payment.find')}
          value={filters.q}
          onFind={(q) => setSearch(searchOf({ ...filters, q }))}
        />
      </div>
      {filters.nettingRunId !== undefined && (
        <p>
          {t('money.payment.ofRun')}{' '}
          <Link to={`/payments?${searchOf({ ...filters, nettingRunId: undefined })}`} className="cell-link">
            {t('money.payment.allRuns')}
          </Link>
        </p>
      )}
      <PaymentList {...filters} />
    </>
  );
}

function Views(filters: PaymentFilters) {
  const { t } = useTranslation();
  return (
    <nav className="area-tabs" aria-label={t('money.payment.viewLabel')}>
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

function filterOf({ view, nettingRunId, q }: PaymentFilters) {
  return withoutBlanks<PaymentFilter>({ state: stateOf(view), nettingRunId, q });
}

function PaymentList(filters: PaymentFilters) {
  const { t } = useTranslation();
  const { view, q } = filters;
  const list = usePayments(filterOf(filters));
  const nothing = q === '' ? t(`money.payment.empty.${view}`) : t('money.payment.notFound');
  return (
    <PagedList list={list} empty={{ text: nothing }}>
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
    </PagedList>
  );
}

function PaymentExport(filters: PaymentFilters) {
  const { t } = useTranslation();
  const fetchPage = fetchPayments(filterOf(filters));
  return (
    <ExportButton<Payment>
      fileName={`${t('money.payment.exportName')}-${t(`money.payment.views.${filters.view}`)}`}
      fetchPage={async (page, signal) => {
        const { items, nextCursor } = await fetchPage(page, signal);
        return { items: items.filter((one) => isInView(one, filters.view)), nextCursor };
      }}
      columns={[
        { title: t('money.payer'), text: ({ payer }) => payer.name },
        { title: t('money.payee'), text: ({ payee }) => payee.name },
        { title: t('money.amount'), kind: 'money', text: ({ amount }) => yuanOf(amount.amount) },
        { title: t('settling.payment.dueOn'), kind: 'day', text: ({ dueOn }) => dueOn },
        { title: t('money.payment.bankReference'), text: ({ bankReference }) => bankReference ?? '' },
        { title: t('money.payment.sent'), kind: 'instant', text: ({ sentAt }) => sentAt ?? '' },
        { title: t('money.payment.received'), kind: 'instant', text: ({ receivedAt }) => receivedAt ?? '' },
        { title: t('money.payment.failReason'), text: ({ failReason }) => failReason ?? '' },
      ]}
    />
  );
}
