import '../ledger/ledger.css';
import './payment.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { yuanOf } from '../../i18n/format.js';
import { AreaTabs } from '../../shell/area-tabs.js';
import { ExportButton } from '../../shell/export-button.js';
import { PageHead } from '../../shell/page-head.js';
import { PagedList } from '../../shell/paged-list.js';
import { EmptyState } from '../../shell/states.js';
import { useOffices } from '../session/use-offices.js';
import {
  isInView,
  type Payment,
  type PaymentViewName,
  paymentViewOf,
  paymentViews,
  stateOf,
} from './payment.model.js';
import { PaymentCard } from './payment-card.js';
import { fetchPayments, usePayments } from './use-payments.js';

interface PaymentFilters {
  readonly view: PaymentViewName;
  readonly nettingRunId: string | undefined;
}

export function PaymentListPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { holds } = useOffices();
  const filters = {
    view: paymentViewOf(search, holds('finance')),
    nettingRunId: search.get('nettingRunId') ?? undefined,
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
      {filters.nettingRunId !== undefined && (
        <p>
          {t('money.payment.ofRun')}{' '}
          <Link to={`/payments?view=${filters.view}`} className="cell-link">
            {t('money.payment.allRuns')}
          </Link>
        </p>
      )}
      <PaymentList {...filters} />
    </>
  );
}

function Views({ view, nettingRunId }: PaymentFilters) {
  const { t } = useTranslation();
  const rest = nettingRunId === undefined ? '' : `&nettingRunId=${encodeURIComponent(nettingRunId)}`;
  return (
    <nav className="area-tabs" aria-label={t('money.payment.viewLabel')}>
      {paymentViews.map((one) => (
        <Link key={one} to={`/payments?view=${one}${rest}`} aria-current={one === view ? 'page' : undefined}>
          {t(`money.payment.views.${one}`)}
        </Link>
      ))}
    </nav>
  );
}

function filterOf({ view, nettingRunId }: PaymentFilters) {
  return { state: stateOf(view), ...(nettingRunId === undefined ? {} : { nettingRunId }) };
}

function PaymentList(filters: PaymentFilters) {
  const { t } = useTranslation();
  const { view } = filters;
  const list = usePayments(filterOf(filters));
  const nothing = t(`money.payment.empty.${view}`);
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
        { title: t('money.amount'), text: ({ amount }) => yuanOf(amount.amount) },
        { title: t('settling.payment.dueOn'), text: ({ dueOn }) => dueOn },
        { title: t('money.payment.bankReference'), text: ({ bankReference }) => bankReference ?? '' },
        { title: t('money.payment.sent'), text: ({ sentAt }) => sentAt ?? '' },
        { title: t('money.payment.received'), text: ({ receivedAt }) => receivedAt ?? '' },
        { title: t('money.payment.failReason'), text: ({ failReason }) => failReason ?? '' },
      ]}
    />
  );
}
