import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { useDraft } from '../../../kit/use-draft.js';
import { organisingRoles } from '../../../session/use-may-manage.js';
import { useOffices } from '../../../session/use-offices.js';
import { useDelegated } from '../../../session/use-delegated.js';
import { useMe } from '../../../session/use-session.js';
import { borrowingParties } from '../party-loan/party-loan.model.js';
import type { Picking, Span } from '../resource/availability.js';
import { askUnionAddress, type BorrowForm, fieldsOf, originOf, spanOf, tapped } from './borrow.js';
import { Calendar } from '../resource/calendar.js';
import type { Resource } from '../resource/resource-filters.js';
import { RightSummary } from '../resource/right-summary.js';
import { useRight } from '../resource/use-right.js';

const BorrowFormCard = lazyPart('BorrowFormCard', () => import('./borrow-form.js'), { rows: 6 });

const AskPartyLoan = lazyPart('AskPartyLoan', () => import('./ask-party-loan.js'), {
  rows: 6,
  texts: ['partyLoan'],
});

/** The calendar, and the form that a tap in it fills. */
export function BorrowSection({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { holds } = useOffices();
  const draft = useDraft<BorrowForm>(`loan.${resource.id}`);
  const [origin] = useState(() => originOf(search));
  const [isFilling, setIsFilling] = useState(false);
  const [picking, setPicking] = useState<Picking | null>(null);
  const [values, setValues] = useState<BorrowForm>(() => ({
    resourceId: resource.id,
    ...draft.initial,
    ...(origin.span === null ? {} : fieldsOf(origin.span)),
  }));
  const mayBorrow = holds(...organisingRoles) && resource.active;
  const keep = (changed: unknown, said: BorrowForm): void => {
    // The union's field reports a value before the others are mounted; their values must stay.
    const all = { ...values, ...said };
    draft.keep(changed, all);
    setValues(all);
    if (!isGiven(changed)) setIsFilling(true);
  };
  const choose = (span: Span): void => keep(null, { ...values, ...fieldsOf(span) });
  const tap = (span: Span): void => {
    const next = tapped(picking, spanOf(values), span);
    setPicking(next);
    choose(next.span);
  };
  return (
    <div className={mayBorrow ? 'borrow' : undefined}>
      <section className="card" aria-labelledby="calendar-title">
        <h2 id="calendar-title">{t('resource.calendar.title')}</h2>
        {resource.active && (
          <p className="hint">{t(mayBorrow ? 'resource.calendar.hint' : 'resource.calendar.askHint')}</p>
        )}
        <Calendar resourceId={values.resourceId ?? resource.id} chosen={spanOf(values)} onTap={tap} />
      </section>
      {mayBorrow ? (
        <BorrowFormCard
          resource={resource}
          values={values}
          origin={origin}
          isFilling={isFilling}
          onValues={keep}
          onChoose={choose}
          onSent={draft.drop}
        />
      ) : (
        resource.active && <AskUnion resource={resource} values={values} />
      )}
    </div>
  );
}

/** Whoever acts for a club or another party asks for it; all others say what they need. */
function AskUnion({ resource, values }: { readonly resource: Resource; readonly values: BorrowForm }) {
  const { held } = useDelegated();
  return (
    <>
      {borrowingParties(held).length > 0 && <AskPartyLoan resource={resource} times={values} />}
      <AskYourUnion resource={resource} span={spanOf(values)} />
    </>
  );
}

/** The form chooses the first union by itself, which does not mean that a person is filling it in. */
function isGiven(changed: unknown): boolean {
  return typeof changed === 'object' && changed !== null && 'borrowerUnionId' in changed;
}

/** Unions borrow through their officers. A reader without an office sees what their union may borrow, and whom to ask. */
function AskYourUnion({ resource, span }: { readonly resource: Resource; readonly span: Span | null }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const { period } = useFormat();
  const right = useRight(resource.id, me?.unionId);
  return (
    <section className="card" aria-labelledby="ask-title">
      <h2 id="ask-title">{t('resource.borrow.title')}</h2>
      {me?.unionId && <RightSummary right={right} unionName={me.unionName ?? ''} />}
      <p>{t('resource.borrow.askOfficer')}</p>
      {span !== null && (
        <p aria-live="polite">
          <strong>{period(new Date(span.start).toISOString(), new Date(span.end).toISOString())}</strong>
        </p>
      )}
      <ButtonLink to={askUnionAddress(resource.id, span)}>
        {t(span === null ? 'resource.borrow.askUnion' : 'resource.borrow.askUnionThen')}
      </ButtonLink>
    </section>
  );
}
