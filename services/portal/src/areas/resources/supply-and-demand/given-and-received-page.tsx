import '../../../kit/styles/resource.css';
import '../../../kit/styles/section-head.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { AccountMonths } from './account-months.js';
import { periodOf, type Span, spans } from './cells.js';
import { LendingGraph } from './lending-graph.js';
import { Suggestions } from './suggestions.js';
import { type Account, figures, sharedFigures } from './account.model.js';

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
      <PageHead title={t('givenAndReceived.title')} back="/supply-and-demand">
        <ButtonLink to="/resources/new">{t('givenAndReceived.offer')}</ButtonLink>
      </PageHead>
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

function Summary({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const { unionId, unionName, partners, months } = account;
  const title = t('givenAndReceived.of', { union: unionName });
  return (
    <>
      <section className="card" aria-labelledby="account-title">
        <h2 id="account-title">{title}</h2>
        {partners.length === 0 ? (
          <p>{t('givenAndReceived.nobody')}</p>
        ) : (
          <SumsTable account={account} title={title} />
        )}
        <p>
          <Link to={`/statements?union=${unionId}`} className="text-link">
            {t('givenAndReceived.money')}
          </Link>
        </p>
      </section>
      {partners.length > 0 && (
        <>
          <Partners account={account} />
          <AccountMonths months={months} shared={sharedFigures(account)} />
        </>
      )}
    </>
  );
}

/** What was given and what was received, figure by figure. */
function SumsTable({ account, title }: { readonly account: Account; readonly title: string }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { given, received } = account;
  return (
    <DataTable
      caption={title}
      rows={sharedFigures(account)}
      rowKey={(figure) => figure}
      columns={[
        {
          key: 'figure',
          title: t('givenAndReceived.figureLabel'),
          cell: (figure) => t(`givenAndReceived.figure.${figure}`),
        },
        {
          key: 'given',
          title: t('givenAndReceived.given'),
          isNumber: true,
          cell: (figure) => number(given[figure]),
        },
        {
          key: 'received',
          title: t('givenAndReceived.received'),
          isNumber: true,
          cell: (figure) => number(received[figure]),
        },
      ]}
    />
  );
}

type Partner = Account['partners'][number];
const sides = ['given', 'received'] as const;

function Partners({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const { unionName, partners, partnersLeftOut } = account;
  const { number } = useFormat();
  const counted = sides.flatMap((side) =>
    figures.map((figure) => ({
      isShared: account[side][figure] > 0,
      key: `${side}.${figure}`,
      title: `${t(`givenAndReceived.${side}`)} · ${t(`givenAndReceived.figure.${figure}`)}`,
      of: (one: Partner) => one[side][figure],
    })),
  );
  return (
    <section className="card" aria-labelledby="partners-title">
      <div className="section-head">
        <h2 id="partners-title">{t('givenAndReceived.partners')}</h2>
        <ExportButton
          fileName={`${t('givenAndReceived.title')} ${unionName}`}
          fetchPage={() => Promise.resolve({ items: partners, nextCursor: null })}
          columns={[
            { title: t('givenAndReceived.partner'), text: ({ name }) => name },
            ...counted.map(({ title, of }) => ({
              title,
              kind: 'count' as const,
              text: (one: Partner) => `${of(one)}`,
            })),
          ]}
        />
      </div>
      <DataTable
        caption={t('givenAndReceived.partners')}
        columns={[
          { key: 'name', title: t('givenAndReceived.partner'), cell: ({ name }) => name },
          // The file has every figure; on the page, those that are nought throughout would hide the others.
          ...counted
            .filter(({ isShared }) => isShared)
            .map(({ key, title, of }) => ({
              key,
              title,
              isNumber: true,
              cell: (one: Partner) => number(of(one)),
            })),
        ]}
        rows={partners}
        rowKey={(one) => one.unionId}
      />
      {partnersLeftOut > 0 && (
        <p className="hint">{t('givenAndReceived.leftOut', { count: partnersLeftOut })}</p>
      )}
    </section>
  );
}
