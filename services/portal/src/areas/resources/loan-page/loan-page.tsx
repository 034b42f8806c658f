import '../../../kit/styles/resource.css';
import '../../../kit/styles/loan.css';
import { Alert } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { useDelegated } from '../../../session/use-delegated.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useMe } from '../../../session/use-session.js';
import type { Resource } from '../resource/resource-filters.js';
import { useGrants, useIsKeeper, useResource } from '../resource/use-resource.js';
import { LoanTag } from '../loan/loan-card.js';
import type { Loan, Sides } from '../loan/loan.js';
import { type MoreAct, MoreActForm, MoreActs, moreActsOf } from './more-acts.js';

const Moves = lazyPart('Moves', () => import('../lending/loan-moves.js'), { rows: 0, texts: ['lending'] });
const SeriesLink = lazyPart('SeriesLink', () => import('../lending/loan-moves.js'), {
  rows: 0,
  texts: ['lending'],
});
const LoanTerms = lazyPart('LoanTerms', () => import('../resource-profile/loan-terms.js'), {
  rows: 1,
  texts: ['profile'],
});
const WhatHappened = lazyPart('WhatHappened', () => import('./what-happened.js'), {
  rows: 6,
  texts: ['handovers', 'picture'],
});
const LoanPieces = lazyPart('LoanPieces', () => import('../stock/loan-pieces.js'), { rows: 1 });

const LoanMoneySection = lazyPart('LoanMoneySection', () => import('../loan/loan-money-section.js'), {
  rows: 2,
  texts: ['loanMoney'],
});

export function LoanPage() {
  const { loanId = '' } = useParams();
  const loan = useRead('loan', '/loans/{loanId}', { loanId });
  return <Loaded query={loan}>{(data) => <OneLoan key={data.id} loan={data} />}</Loaded>;
}

function OneLoan({ loan }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  const resource = useResource(loan.resourceId);
  const reaches = useReaches(loan.borrowerUnionId);
  const sides = useSides(loan, resource.data, reaches);
  const { isOwner } = sides;
  const { menu, form } = useMoreActs(loan, sides);
  return (
    <DetailPage
      title={t('loan.of', { title: loan.resourceTitle })}
      back="/loans"
      state={
        <p className="tags" aria-live="polite">
          <LoanTag loan={loan} />
        </p>
      }
      primary={reaches && <PlanThere loan={loan} resource={resource.data} />}
      secondary={<SeriesLink loanId={loan.id} />}
      more={menu}
      notices={<Notices loan={loan} isOwner={isOwner} />}
      aside={
        <>
          {form}
          <WhatHappened loan={loan} sides={sides} counting={resource.data?.counting ?? 'one'} />
          <Moves loanId={loan.id} />
        </>
      }
    >
      <Facts loan={loan} />
      <LoanTerms loan={loan} />
      <MoneyOf loan={loan} reaches={reaches} isOwner={isOwner} />
      {loan.handedOverAt !== null && <LoanPieces loanId={loan.id} />}
    </DetailPage>
  );
}

/** On which sides of the loan the reader stands. @param reaches they act for the union that borrows */
function useSides(loan: Loan, resource: Resource | undefined, reaches: boolean): Sides {
  const isOwner = useIsKeeper(resource);
  const { data: me } = useMe();
  const { holds } = useDelegated();
  const isRequester = loan.requestedBy === me?.personId;
  const isForParty = !reaches && loan.party !== null && (isRequester || holds(loan.party));
  return { isOwner, isBorrower: reaches || isRequester || isForParty, isForParty };
}

/** The menu of what is seldom wanted, or the form of what was chosen from it. */
function useMoreActs(loan: Loan, sides: Sides): { readonly menu: ReactNode; readonly form: ReactNode } {
  const [chosen, setChosen] = useState<MoreAct | null>(null);
  const acts = moreActsOf(loan, sides, Date.now());
  const open = acts.find((act) => act === chosen);
  if (open === undefined)
    return { menu: acts.length > 0 && <MoreActs acts={acts} onOpen={setChosen} />, form: null };
  const close = (): void => setChosen(null);
  const needsReason = !sides.isBorrower;
  return {
    menu: null,
    form: <MoreActForm key={open} loan={loan} act={open} needsReason={needsReason} onClose={close} />,
  };
}

function Notices({ loan, isOwner }: { readonly loan: Loan; readonly isOwner: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {loan.overdue && (
        <Alert
          type="warning"
          showIcon
          title={t(isOwner ? 'loan.overdueOwner' : 'loan.overdueBorrower')}
          className="notice"
        />
      )}
      {loan.requesterLeft && (
        <Alert type="info" showIcon title={t('loan.requesterLeft')} className="notice" />
      )}
    </>
  );
}

interface PlanThereProps {
  readonly loan: Loan;
  readonly resource: Resource | undefined;
}

function PlanThere({ loan, resource }: PlanThereProps) {
  const { t } = useTranslation();
  if (!isForActivity(loan) || !isVenue(resource)) return null;
  return <ButtonLink to={`/activities/new?loan=${loan.id}`}>{t('loan.planThere')}</ButtonLink>;
}

/** An activity may still be planned for the time of the loan. */
function isForActivity({ state, activityId, endsAt }: Loan): boolean {
  return (
    activityId === null && (state === 'approved' || state === 'handedOver') && new Date(endsAt) > new Date()
  );
}

function isVenue(resource: Resource | undefined): boolean {
  return resource?.function === 'facility' && resource.capacity !== null;
}

interface MoneyOfProps {
  readonly loan: Loan;
  /** The reader acts for the borrower or for the owner: the link leads to the statement of that side. */
  readonly reaches: boolean;
  readonly isOwner: boolean;
}

/** The fee or the deposit in the ledger; both begin with the hand-over. */
function MoneyOf({ loan, reaches, isOwner }: MoneyOfProps) {
  const { id, handedOverAt, fee, deposit, borrowerUnionId, ownerUnionId } = loan;
  if (handedOverAt === null || (fee === null && deposit === null)) return null;
  const ownUnionId = isOwner ? ownerUnionId : null;
  return <LoanMoneySection loanId={id} unionId={reaches ? borrowerUnionId : ownUnionId} />;
}

function Facts({ loan }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="card" aria-labelledby="loan-facts-title">
      <h2 id="loan-facts-title">{t('loan.facts')}</h2>
      <dl className="facts">
        <dt>{t('loan.resource')}</dt>
        <dd>
          <Link to={`/resources/${loan.resourceId}`} className="text-link">
            {loan.resourceTitle}
          </Link>
        </dd>
        {loan.quantity > 1 && (
          <>
            <dt>{t('stock.there')}</dt>
            <dd>{format.number(loan.quantity)}</dd>
          </>
        )}
        <dt>{t('loan.time')}</dt>
        <dd>{format.period(loan.startsAt, loan.endsAt)}</dd>
        <dt>{t('loan.borrower')}</dt>
        <dd>
          {loan.partyName === null
            ? loan.borrowerUnionName
            : t('loan.forParty', { union: loan.borrowerUnionName, party: loan.partyName })}
        </dd>
        <dt>{t('loan.owner')}</dt>
        <dd>{loan.ownerUnionName}</dd>
        <dt>{t('loan.purpose')}</dt>
        <dd>{loan.purpose}</dd>
        {loan.decideBy !== null && (
          <>
            <dt>{t('loan.decideBy')}</dt>
            <dd>{format.instant(loan.decideBy)}</dd>
          </>
        )}
        <RightFact loan={loan} />
        {loan.overrideReason !== null && (
          <>
            <dt>{t('loan.override')}</dt>
            <dd>{loan.overrideReason}</dd>
          </>
        )}
        <Links loan={loan} />
      </dl>
    </section>
  );
}

/** The right by which it is lent, and the terms. */
function RightFact({ loan }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  const { data } = useGrants(loan.grantId === null ? undefined : loan.resourceId);
  const grant = data?.items.find(({ id }) => id === loan.grantId);
  return (
    <>
      <dt>{t('loan.right')}</dt>
      <dd>
        {t(`loan.rightBy.${loan.right}`)}
        {grant !== undefined && (
          <>
            <br />
            <span className="hint">{t(`resource.approval.${grant.approval}`)}</span>
          </>
        )}
        {loan.grantId !== null && <Agreed loan={loan} />}
      </dd>
    </>
  );
}

/** The terms of this loan, which a change of the right leaves alone. */
function Agreed({ loan: { fee, deposit, priceText } }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const parts = [
    fee !== null && t('grants.agreedFee', { amount: money(fee) }),
    fee === null &&
      (priceText !== null ? t('resource.price.sharedAs', { text: priceText }) : t('resource.price.free')),
    deposit !== null && t('grants.depositOf', { amount: money(deposit) }),
  ].filter((part) => typeof part === 'string');
  return (
    <>
      <br />
      {parts.join(t('grants.and'))}
    </>
  );
}

function Links({ loan: { needId, activityId } }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  if (needId === null && activityId === null) return null;
  return (
    <>
      <dt>{t('loan.serves')}</dt>
      <dd>
        {needId !== null && (
          <Link to={`/needs/${needId}`} className="text-link">
            {t('loan.toNeed')}
          </Link>
        )}{' '}
        {activityId !== null && (
          <Link to={`/activities/${activityId}`} className="text-link">
            {t('loan.toActivity')}
          </Link>
        )}
      </dd>
    </>
  );
}
