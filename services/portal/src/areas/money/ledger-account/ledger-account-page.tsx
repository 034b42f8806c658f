import { ButtonLink } from '../../../kit/button-link.js';
import '../../../kit/styles/ledger.css';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useList, useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { runningBalances } from '../ledger/amount.model.js';
import { BalanceChart } from '../ledger/balance-chart.js';
import { Balance } from '../ledger/balance.js';
import type { Account, Posting } from '../ledger/ledger.model.js';

const OverdraftSection = lazyPart('OverdraftSection', () => import('../ledger-limit/overdraft-section.js'), {
  rows: 3,
});

export function LedgerAccountPage() {
  const { accountId = '' } = useParams();
  const [search] = useSearchParams();
  const asOf = search.get('asOf') ?? undefined;
  const account = useRead('account', '/accounts/{accountId}', {
    accountId,
    ...(asOf === undefined ? {} : { asOf }),
  });
  // Read in parallel with the account.
  const list = usePostings(accountId);
  return <Loaded query={account}>{(found) => <OneAccount account={found} list={list} asOf={asOf} />}</Loaded>;
}

/** The postings of an account, oldest first, in the largest pages for the chart. */
function usePostings(accountId: string) {
  return useList('account', '/accounts/{accountId}/postings', { accountId }, { limit: 200 });
}

interface OneAccountProps {
  readonly account: Account;
  readonly list: ReturnType<typeof usePostings>;
  /** The balance is shown at the end of this day; without a day, now. */
  readonly asOf: string | undefined;
}

function OneAccount({ account, list, asOf }: OneAccountProps) {
  const { t } = useTranslation();
  const { kind, id } = account.party;
  return (
    <>
      <PageHead title={t('money.account.title', { party: account.party.name })} back="/accounts">
        <ButtonLink to={`/statements?party=${kind}:${id}`}>{t('money.account.statement')}</ButtonLink>
      </PageHead>
      <AccountFacts account={account} asOf={asOf} />
      <section className="card" aria-labelledby="postings-title">
        <h2 id="postings-title">{t('money.account.postings')}</h2>
        <PagedList list={list} empty={{ text: t('money.account.noPostings') }}>
          {(postings) => <Postings postings={postings} accountId={account.id} isPartial={list.hasNextPage} />}
        </PagedList>
      </section>
      {account.purpose === 'current' && <OverdraftSection accountId={account.id} />}
    </>
  );
}

function AccountFacts({ account, asOf }: { readonly account: Account; readonly asOf: string | undefined }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  return (
    <dl className="card facts money-facts">
      <dt>{t('money.account.fund')}</dt>
      <dd>{t(`money.fund.${account.incomeKind}`)}</dd>
      <dt>{t('money.account.purpose')}</dt>
      <dd>{t(`money.account.purposes.${account.purpose}`)}</dd>
      <dt>{t('money.account.balance')}</dt>
      <dd className="big-figure">
        <Balance amount={account.balance} />
        {asOf !== undefined && <p className="hint">{t('strictLedger.trialAsOf', { day: date(asOf) })}</p>}
      </dd>
    </dl>
  );
}

interface PostingsProps {
  readonly postings: readonly Posting[];
  readonly accountId: string;
  readonly isPartial: boolean;
}

function Postings({ postings, accountId, isPartial }: PostingsProps) {
  const { t } = useTranslation();
  const rows = useMemo(() => runningBalances(postings, accountId), [postings, accountId]);
  return (
    <>
      {isPartial && <p className="hint">{t('money.account.partial', { count: postings.length })}</p>}
      <BalanceChart rows={rows} accountId={accountId} />
    </>
  );
}
