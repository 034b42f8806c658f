import '../../../kit/styles/resource.css';
import '../../../kit/styles/organising.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useOffices } from '../../../session/use-offices.js';
import { MandateUses } from './mandate-uses.js';
import { type Mandate, type Side, useEndMandate, useMandates } from './use-mandates.js';

const MandateForm = lazyPart('MandateForm', () => import('./mandate-form.js'), { rows: 6 });
const sides = ['given', 'taken'] as const satisfies Side[];

/** What one's unions let others do for them, and what they do for others; either side ends it here. */
export function MandateListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { holds } = useOffices();
  const [isGiving, setIsGiving] = useState(false);
  const side = sides.find((one) => one === search.get('side'));
  const mandates = useMandates(side);
  return (
    <>
      <PageHead title={t('mandate.title')} back="/resources" />
      <p className="hint">{t('mandate.intro')}</p>
      <div className="actions">
        <Choice<Side>
          value={side}
          label={t('mandate.side')}
          options={[
            { value: '', label: t('mandate.both') },
            ...sides.map((value) => ({ value, label: t(`mandate.sideIs.${value}`) })),
          ]}
          onChange={(value) => setSearch(value === undefined ? {} : { side: value })}
        />
        {holds('officer') && !isGiving && (
          <Button onClick={() => setIsGiving(true)}>{t('mandate.give')}</Button>
        )}
      </div>
      {holds('officer') && <Preload part={MandateForm} />}
      {isGiving && <MandateForm onDone={() => setIsGiving(false)} />}
      <PagedList list={mandates} empty={{ text: t('mandate.none') }}>
        {(items) => items.map((mandate) => <MandateCard key={mandate.id} mandate={mandate} />)}
      </PagedList>
    </>
  );
}

function MandateCard({ mandate }: { readonly mandate: Mandate }) {
  const { t } = useTranslation();
  const { period, instant } = useFormat();
  const [showsUses, setShowsUses] = useState(false);
  const { fromUnionName: from, toUnionName: to, state, revokedAt, revokedBy } = mandate;
  return (
    <article className="card">
      <div className="line-head">
        <h2>{t('mandate.line', { from, to })}</h2>
        <span className={`tag ${state === 'active' ? 'is-published' : ''}`}>
          {t(`mandate.state.${state}`)}
        </span>
      </div>
      <p>{mandate.scopes.map((scope) => t(`mandate.scope.${scope}`)).join(t('mandate.comma'))}</p>
      <p>{t('mandate.term', { period: period(mandate.from, mandate.until) })}</p>
      <Bookkeeping mandate={mandate} />
      {mandate.note !== null && <p>{mandate.note}</p>}
      {revokedAt !== null && revokedBy !== null && (
        <p className="hint">
          {t('mandate.endedBy', { union: revokedBy === 'given' ? from : to, time: instant(revokedAt) })}
        </p>
      )}
      <div className="actions">
        {/* What was done with the books stands with the books. */}
        {mandate.scopes.some((scope) => scope !== 'bookkeeping') && (
          <Button aria-expanded={showsUses} onClick={() => setShowsUses(!showsUses)}>
            {t('mandate.uses')}
          </Button>
        )}
        {(state === 'active' || state === 'later') && <End mandate={mandate} />}
      </div>
      {showsUses && <MandateUses mandateId={mandate.id} />}
    </article>
  );
}

/** Up to how much, and where it is done and seen. */
function Bookkeeping({ mandate }: { readonly mandate: Mandate }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  if (!mandate.scopes.includes('bookkeeping')) return null;
  return (
    <>
      {mandate.entryLimit !== null && <p>{t('mandate.limitIs', { amount: money(mandate.entryLimit) })}</p>}
      <p>
        <Link to="/bookkeeping">{t('mandate.books')}</Link>
      </p>
    </>
  );
}

function End({ mandate }: { readonly mandate: Mandate }) {
  const { t } = useTranslation();
  const end = useEndMandate(mandate);
  const reachesGiver = useReaches(mandate.fromUnionId, ['officer']);
  const reachesTaker = useReaches(mandate.toUnionId, ['officer']);
  if (!reachesGiver && !reachesTaker) return null;
  return (
    <>
      <ConfirmButton
        danger
        loading={end.isPending}
        question={t('mandate.endQuestion')}
        confirmText={t('mandate.end')}
        onConfirm={() => end.mutate(undefined)}
      >
        {t('mandate.end')}
      </ConfirmButton>
      {end.isError && <Refusal title={t('mandate.notEnded')} error={end.error} />}
    </>
  );
}
