import '../../../kit/styles/resource.css';
import '../../../kit/styles/organising.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { ListPage } from '../../../kit/list-page.js';
import { Refusal } from '../../../kit/states.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useOffices } from '../../../session/use-offices.js';
import { MandateUses } from './mandate-uses.js';

const MandateForm = lazyPart('MandateForm', () => import('./mandate-form.js'), { rows: 6 });
type Mandate = components['schemas']['MandateView'];
type Side = NonNullable<Mandate['revokedBy']>;

const sides = ['given', 'taken'] as const satisfies Side[];

/** The mandates that my unions have given and taken; either side ends one here. */
export function MandateListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { holds } = useOffices();
  const [isGiving, setIsGiving] = useState(false);
  const side = sides.find((one) => one === search.get('side'));
  return (
    <ListPage
      title={t('app.page.mandates')}
      actions={
        holds('officer') &&
        !isGiving && (
          <Button type="primary" onClick={() => setIsGiving(true)}>
            {t('mandate.give')}
          </Button>
        )
      }
      intro={
        <>
          <p className="hint">{t('mandate.intro')}</p>
          {holds('officer') && <Preload part={MandateForm} />}
          {isGiving && <MandateForm onDone={() => setIsGiving(false)} />}
        </>
      }
      filters={
        <Choice<Side>
          value={side}
          label={t('mandate.side')}
          options={[
            { value: '', label: t('mandate.both') },
            ...sides.map((value) => ({ value, label: t(`mandate.sideIs.${value}`) })),
          ]}
          onChange={(value) => setSearch(value === undefined ? {} : { side: value })}
        />
      }
      list={useList('mandate', '/mandates', side === undefined ? {} : { side })}
      empty={{ text: t('mandate.none') }}
    >
      {(items) => items.map((mandate) => <MandateCard key={mandate.id} mandate={mandate} />)}
    </ListPage>
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
        {/* The uses of a bookkeeping mandate are shown with the books. */}
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

/** The limit of one entry, and the way to the books. */
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
  const end = useCommand('mandate', 'post', '/mandates/{mandateId}/revoke');
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
        onConfirm={() => end.mutate({ mandateId: mandate.id, version: mandate.version, body: {} })}
      >
        {t('mandate.end')}
      </ConfirmButton>
      {end.isError && <Refusal title={t('mandate.notEnded')} error={end.error} />}
    </>
  );
}
