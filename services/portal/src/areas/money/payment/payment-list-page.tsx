import '../../../kit/styles/ledger.css';
import '../../../kit/styles/payment.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FetchPage, useList } from '../../../api/use-read.js';
import { yuanOf } from '../../../i18n/format.js';
import { ButtonLink } from '../../../kit/button-link.js';
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

function filtersOf(search: URLSearchParams, isFinance: boolean): PaymentFilters {
  return {
    view: paymentViewOf(search, isFinance),
    nettingRunId: search.get('nettingRunId') ?? undefined,
    q: search.get('q') ?? '',
  };
}

export function PaymentListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useListSearch();
  const { holds } = useOffices();
  const filters = filtersOf(search, holds('finance'));
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
  const shown = list.items?.filter((one) => isInView(one, view));
  const isPaying = isThereToPay(view, shown);
  return (
    <WithDone>
      <ListPage
        title={t('app.page.payments')}
        actions={
          <>
            {isPaying && (
              <ExportButton
                label={t('settling.bankFile.download')}
                fileName={t('settling.bankFile.name')}
                columns={bankColumns}
                fetchPage={bankFile}
              />
            )}
            <ButtonLink to="/bank-statements" isPlain>
              {t('settling.payment.toBank')}
            </ButtonLink>
          </>
        }
        intro={
          <>
            <Intro {...filters} open={openIn(view, list)} />
            {holds('finance') && view === 'toReceive' && <OwnPayeeAccount />}
            {isPaying && <p className="hint">{t('settling.bankFile.hint')}</p>}
          </>
        }
        search={{
          label: t('money.payment.find'),
          value: q,
          onFind: (text) => setSearch(searchOf({ ...filters, q: text })),
        }}
        list={{
          ...list,
          items: shown,
          fetchPage: exported,
          queryKey: [...list.queryKey, view],
        }}
        table={{ columns: useColumns(), served, rowKey: ({ id }) => id, rowName }}
        empty={{ text: nothing, action: <WhereFrom {...filters} /> }}
        exported={{
          name: `${t('money.payment.exportName')}-${t(`money.payment.views.${view}`)}`,
          columns: useExportColumns(),
        }}
      >
        {(payments) =>
          payments.length === 0 ? (
            <EmptyState text={nothing}>
              <WhereFrom {...filters} />
            </EmptyState>
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

/** A file for the bank is of use where there is something to pay. */
function isThereToPay(view: PaymentViewName, shown: readonly Payment[] = []): boolean {
  return view === 'toSend' && shown.length > 0;
}

/** All payments that are open, where the list has read them all. */
function openIn(
  view: PaymentViewName,
  {
    items = [],
    hasNextPage,
  }: { readonly items?: readonly Payment[] | undefined; readonly hasNextPage: boolean },
): readonly Payment[] {
  return stateOf(view) === 'open' && !hasNextPage ? items : [];
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
        <div>
          {date(dueOn)} {isOverdue && <span className="tag is-failed">{t('settling.payment.overdue')}</span>}
        </div>
      ),
      order: ({ dueOn }) => dueOn,
    },
    {
      key: 'sentAt',
      title: t('money.payment.sent'),
      cell: ({ sentAt }) => (sentAt === null ? '' : instant(sentAt)),
      order: ({ sentAt }) => sentAt,
    },
    {
      key: 'receivedAt',
      title: t('money.payment.received'),
      cell: ({ receivedAt }) => (receivedAt === null ? '' : instant(receivedAt)),
      order: ({ receivedAt }) => receivedAt,
    },
  ];
}

/** Where payments come from, for whoever waits for one. */
function WhereFrom({ view, q }: PaymentFilters) {
  const { t } = useTranslation();
  if (q !== '' || stateOf(view) !== 'open' || view === 'overdue') return null;
  return (
    <>
      <p className="hint">{t('settling.payment.whereFrom')}</p>
      <Link to="/netting-runs" className="cell-link">
        {t('settling.payment.toRuns')}
      </Link>
    </>
  );
}

interface IntroProps extends PaymentFilters {
  /** All that are open, where they are known: each tab of theirs says how many it has. */
  readonly open: readonly Payment[];
}

function Intro({ open, ...filters }: IntroProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className="hint">{t('money.payment.hint')}</p>
      <Views {...filters} open={open} />
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

function Views({ open, ...filters }: IntroProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const countIn = (view: PaymentViewName): number =>
    stateOf(view) === 'open' ? open.filter((one) => isInView(one, view)).length : 0;
  return (
    <nav className="page-tabs" aria-label={t('money.payment.viewLabel')}>
      {paymentViews.map((one) => (
        <Link
          key={one}
          to={`/payments?${searchOf({ ...filters, view: one })}`}
          aria-current={one === filters.view ? 'page' : undefined}
        >
          {t(`money.payment.views.${one}`)}
          {countIn(one) > 0 && ` ${number(countIn(one))}`}
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
