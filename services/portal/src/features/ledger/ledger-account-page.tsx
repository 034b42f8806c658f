import './ledger.css';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ProblemError } from '../../api/problem.js';
import { NotFoundPage } from '../../shell/dead-ends.js';
import { PageHead } from '../../shell/page-head.js';
import { PagedList } from '../../shell/paged-list.js';
import { runningBalances } from './amount.model.js';
import { BalanceChart } from './balance-chart.js';
import { SignedAmount } from './signed-amount.js';
import { type Account, type Posting, useAccount, usePostings } from './use-ledger.js';

export function LedgerAccountPage() {
  const { accountId = '' } = useParams();
  const { t } = useTranslation();
  const { data: account } = useAccount(accountId);
  const list = usePostings(accountId);
  const isMissing = list.error instanceof ProblemError && [400, 404].includes(list.error.problem.status);
  if (isMissing) return <NotFoundPage />;
  const name = account?.party.name ?? partyNameOf(list.items?.[0], accountId);
  const title =
    name === undefined ? t('money.account.titleUnknown') : t('money.account.title', { party: name });
  return (
    <>
      <PageHead title={title} back="/accounts" />
      {account != null && <AccountFacts account={account} />}
      <section className="card" aria-labelledby="postings-title">
        <h2 id="postings-title">{t('money.account.postings')}</h2>
        <PagedList list={list} empty={{ text: t('money.account.noPostings') }}>
          {(postings) => <Postings postings={postings} accountId={accountId} isPartial={list.hasNextPage} />}
        </PagedList>
      </section>
    </>
  );
}

/** An account that the list does not show still has a name: that of its side in any posting. */
function partyNameOf(posting: Posting | undefined, accountId: string): string | undefined {
  if (posting === undefined) return undefined;
  return (posting.debitAccountId === accountId ? posting.debitParty : posting.creditParty).name;
}

function AccountFacts({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  return (
    <dl className="card facts money-facts">
      <dt>{t('money.account.fund')}</dt>
      <dd>{t(`money.fund.${account.incomeKind}`)}</dd>
      <dt>{t('money.account.purpose')}</dt>
      <dd>{t(`money.account.purposes.${account.purpose}`)}</dd>
      <dt>{t('money.account.balance')}</dt>
      <dd className="big-figure">
        <SignedAmount amount={account.balance} />
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
