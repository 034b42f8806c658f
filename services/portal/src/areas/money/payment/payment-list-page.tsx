import '../../../kit/styles/ledger.css';
import '../../../kit/styles/payment.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FetchPage, useList } from '../../../api/use-read.js';
import { yuanOf } from '../../../i18n/format.js';
import { ExportButton } from '../../../kit/export-button.js';
import { useFormat } from '../../../i18n/use-format.js';
import type { Column } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { searchOf, withoutBlanks } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { useListSearch } from '../../../kit/use-list-search.js';
import { useServedOrder } from '../../../kit/use-served-order.js';
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
import { lazyPart } from '../../../kit/lazy-part.js';
import { WithDone } from './payment-done.js';
import { PaymentCard } from './payment-card.js';

const OwnPayeeAccount = lazyPart('OwnPayeeAccount', () => import('./payee-account.js'), { rows: 3 });

/** A view takes its part of the open payments, so these are read in the largest pages. */
const pageSizeMax = 200;

interface PaymentFilters {
  readonly view: PaymentViewName;
  readonly nettingRunId: string | undefined;
  readonly q: string;
}

export function PaymentListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useListSearch();
  const { holds } = useOffices();
  const filters = {
    view: paymentViewOf(search, holds('finance')),
    nettingRunId: search.get('nettingRunId') ?? undefined,
    q: search.get('q') ?? '',
  };
  const { view, q } = filters;
  const asked = { ...queryOf(filters), ...useServedOrder(served) };
  const list = useList('payment', '/payments', asked, { limit: pageSizeMax });
  const exported: FetchPage<Payment> = async (page, signal) => {
    const { items, nextCursor } = await list.fetchPage(page, signal);
    return { items: items.filter((one) => isInView(one, view)), nextCursor };
  };
  const nothing = q === '' ? t(`money.payment.empty.${view}`) : t('money.payment.notFound');
  const bankFile: FetchPage<Payment> = async (page, signal) => {
    const { items, nextCursor } = await exported(page, signal);
    return { items: items.filter(({ payeeAccount }) => payeeAccount !== null), nextCursor };
  };
  const bankColumns = useBankColumns();
  return (
    <WithDone>
      <ListPage
        title={t('app.page.payments')}
        actions={
          view === 'toSend' ? (
            <ExportButton
              label={t('settling.bankFile.download')}
              fileName={t('settling.bankFile.name')}
              columns={bankColumns}
              fetchPage={bankFile}
            />
          ) : undefined
        }
        intro={
          <>
            <Intro {...filters} />
            {holds('finance') && view === 'toReceive' && <OwnPayeeAccount />}
            {view === 'toSend' && <p className="hint">{t('settling.bankFile.hint')}</p>}
          </>
        }
        search={{
          label: t('money.payment.find'),
          value: q,
          onFind: (text) => setSearch(searchOf({ ...filters, q: text })),
        }}
        list={{
          ...list,
          items: list.items?.filter((one) => isInView(one, view)),
          fetchPage: exported,
          queryKey: [...list.queryKey, view],
        }}
        table={{ columns: useColumns(), served, rowKey: ({ id }) => id, rowName }}
        empty={{ text: nothing }}
        exported={{
          name: `${t('money.payment.exportName')}-${t(`money.payment.views.${view}`)}`,
          columns: useExportColumns(),
        }}
      >
        {(payments) =>
          payments.length === 0 ? (
            <EmptyState text={nothing} />
          ) : (
            <ul className="plain-list payments">
              {payments.map((payment) => (
                <li key={payment.id}>
                  <PaymentCard payment={payment} />
                </li>
              ))}
            </ul>
          )
        }
      </ListPage>
    </WithDone>
  );
}

/** Columns in whose order the platform lists payments. */
const served = ['amount', 'dueOn'] as const;

const rowName = ({ payer, payee }: Payment): string => `${payer.name} → ${payee.name}`;

function useColumns(): Column<Payment>[] {
  const { t } = useTranslation();
  const { money, date, instant } = useFormat();
  return [
    {
      key: 'parties',
      title: t('money.payment.exportName'),
      cell: (payment) => (
        <Link to={`/payments/${payment.id}`} className="cell-link">
          {t('money.payment.line', { payer: payment.payer.name, payee: payment.payee.name })}
        </Link>
      ),
      order: rowName,
    },
    {
      key: 'amount',
      title: t('money.amount'),
      isNumber: true,
      cell: ({ amount }) => money(amount),
      order: ({ amount }) => BigInt(amount.amount),
    },
    {
      key: 'dueOn',
      title: t('settling.payment.dueOn'),
      cell: ({ dueOn, isOverdue }) => (
        <>
          {date(dueOn)} {isOverdue && <span className="tag is-failed">{t('settling.payment.overdue')}</span>}
        </>
      ),
      order: ({ dueOn }) => dueOn,
    },
    {
      key: 'sentAt',
      title: t('money.payment.sent'),
      cell: ({ sentAt }) => (sentAt === null ? t('common.none') : instant(sentAt)),
      order: ({ sentAt }) => sentAt,
    },
    {
      key: 'receivedAt',
      title: t('money.payment.received'),
      cell: ({ receivedAt }) => (receivedAt === null ? t('common.none') : instant(receivedAt)),
      order: ({ receivedAt }) => receivedAt,
    },
  ];
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

/** As banks take a list of payments: one line each, nothing that they would have to look up. */
function useBankColumns(): ExportColumn<Payment>[] {
  const { t } = useTranslation();
  return [
    { title: t('settling.payee.accountName'), text: ({ payeeAccount }) => payeeAccount?.accountName ?? '' },
    {
      title: t('settling.payee.accountNumber'),
      text: ({ payeeAccount }) => payeeAccount?.accountNumber ?? '',
    },
    { title: t('settling.payee.bankName'), text: ({ payeeAccount }) => payeeAccount?.bankName ?? '' },
    { title: t('settling.payee.amount'), kind: 'money', text: ({ amount }) => yuanOf(amount.amount) },
    { title: t('settling.payee.remark'), text: ({ remark }) => remark },
  ];
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
