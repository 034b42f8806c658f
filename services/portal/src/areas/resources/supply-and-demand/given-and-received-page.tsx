import '../../../kit/styles/resource.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { AccountMonths } from './account-months.js';
import { periodOf, type Span, spans } from './cells.js';
import { LendingGraph } from './lending-graph.js';
import { Suggestions } from './suggestions.js';
import { type Account, figures, type Sums } from './account.model.js';

const readers = ['officer', 'organiser', 'finance', 'approver', 'evaluator', 'auditor', 'operator'] as const;

/** What a union gave to the others and received from them, what it might offer next, and who gave what to whom. */
export function GivenAndReceivedPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { unionIdsOf } = useOffices();
  const [own] = unionIdsOf(...readers);
  const unionId = search.get('union') ?? own;
  const span = spans.find((one) => one === search.get('span')) ?? 'past';
  const change = (changed: {
    readonly union?: string | undefined;
    readonly span?: Span | undefined;
  }): void => {
    const next = { union: unionId, span, ...changed };
    setSearch(
      {
        ...(next.union === undefined ? {} : { union: next.union }),
        ...(next.span === undefined ? {} : { span: next.span }),
      },
      { replace: true },
    );
  };
  return (
    <>
      <PageHead title={t('givenAndReceived.title')} back="/supply-and-demand" />
      <p className="hint">{t('givenAndReceived.intro')}</p>
      <div className="resource-filters" role="search">
        <UnionPicker
          roles={readers}
          label={t('givenAndReceived.union')}
          none={t('givenAndReceived.choose')}
          {...(unionId === undefined ? {} : { value: unionId })}
          onChange={(union) => change({ union })}
        />
        <Choice<Span>
          value={span}
          label={t('supplyAndDemand.spanLabel')}
          options={spans.map((value) => ({ value, label: t(`supplyAndDemand.span.${value}`) }))}
          onChange={(chosen) => change({ span: chosen })}
        />
      </div>
      {unionId !== undefined && <OneAccount unionId={unionId} span={span} />}
      {unionId !== undefined && <Suggestions unionId={unionId} />}
      <LendingGraph span={span} />
    </>
  );
}

function OneAccount({ unionId, span }: { readonly unionId: string; readonly span: Span }) {
  const query = useRead('givenAndReceived', '/unions/{unionId}/given-and-received', {
    unionId,
    ...periodOf(span, new Date()),
  });
  return <Loaded query={query}>{(account) => <Summary account={account} />}</Loaded>;
}

/** Loans, hours and seats as a sentence. */
function useSumsText(): (sums: Sums) => string {
  const { t } = useTranslation();
  const { number } = useFormat();
  return ({ loans, hours, seats }) =>
    t('givenAndReceived.sums', { loans: number(loans), hours: number(hours), seats: number(seats) });
}

function Summary({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const textOf = useSumsText();
  const { unionId, unionName, given, received } = account;
  return (
    <>
      <section className="card" aria-labelledby="account-title">
        <h2 id="account-title">{t('givenAndReceived.of', { union: unionName })}</h2>
        <p>{t('givenAndReceived.gave', { sums: textOf(given) })}</p>
        <p>{t('givenAndReceived.got', { sums: textOf(received) })}</p>
        <p>
          <Link to={`/statements?union=${unionId}`}>{t('givenAndReceived.money')}</Link>
        </p>
        <Partners account={account} />
      </section>
      <AccountMonths months={account.months} />
    </>
  );
}

function Partners({ account: { unionName, partners, partnersLeftOut } }: { readonly account: Account }) {
  const { t } = useTranslation();
  const textOf = useSumsText();
  return (
    <>
      <h3>{t('givenAndReceived.partners')}</h3>
      {partners.length === 0 && <p>{t('givenAndReceived.nobody')}</p>}
      {partners.length > 0 && (
        <>
          <ExportButton
            fileName={`${t('givenAndReceived.title')} ${unionName}`}
            fetchPage={() => Promise.resolve({ items: partners, nextCursor: null })}
            columns={[
              { title: t('givenAndReceived.partner'), text: ({ name }) => name },
              ...figures.map((figure) => ({
                title: `${t('givenAndReceived.given')} ${t(`givenAndReceived.figure.${figure}`)}`,
                text: (one: Account['partners'][number]) => `${one.given[figure]}`,
              })),
              ...figures.map((figure) => ({
                title: `${t('givenAndReceived.received')} ${t(`givenAndReceived.figure.${figure}`)}`,
                text: (one: Account['partners'][number]) => `${one.received[figure]}`,
              })),
            ]}
          />
          <DataTable
            caption={t('givenAndReceived.partners')}
            columns={[
              { key: 'name', title: t('givenAndReceived.partner'), cell: ({ name }) => name },
              { key: 'given', title: t('givenAndReceived.given'), cell: (one) => textOf(one.given) },
              { key: 'received', title: t('givenAndReceived.received'), cell: (one) => textOf(one.received) },
            ]}
            rows={partners}
            rowKey={(one) => one.unionId}
          />
        </>
      )}
      {partnersLeftOut > 0 && (
        <p className="hint">{t('givenAndReceived.leftOut', { count: partnersLeftOut })}</p>
      )}
    </>
  );
}
