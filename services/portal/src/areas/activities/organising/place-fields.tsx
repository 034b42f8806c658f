import { useQueries } from '@tanstack/react-query';
import { Form } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { request } from '../../../api/request.js';
import { type ItemAt, readOf, useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { Picked, SearchPicker } from '../../../kit/search-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { organisingRoles } from '../../../session/use-may-manage.js';
import { Input } from '../../../kit/input.js';
import type { ActivityForm } from '../activity/activity-form.js';
import { filledFrom, isVenue } from './borrowed-place.js';
import { useOptional } from './use-optional.js';

type Loan = ItemAt<'/loans'>;
type Resource = ItemAt<'/resources'>;

/** Where the activity takes place: in words, by a loan of one's own, or in a shared resource that is searched for. */
export function PlaceFields() {
  const { t } = useTranslation();
  const optional = useOptional();
  const { holds } = useOffices();
  return (
    <fieldset className="group">
      <legend>{t('activityForm.place')}</legend>
      {holds(...organisingRoles) && (
        <Form.Item name="loanId" label={optional(t('activityForm.loan'))} extra={t('activityForm.loanHint')}>
          <LoanField />
        </Form.Item>
      )}
      <Form.Item name="venue" label={optional(t('activityForm.venue'))} extra={t('activityForm.venueHint')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="resourceId"
        label={optional(t('activityForm.resource'))}
        extra={t('activityForm.resourceHint')}
      >
        <ResourceField />
      </Form.Item>
    </fieldset>
  );
}

interface IdFieldProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string | undefined) => void;
}

/**
 * The loans that give the activity a place: approved, or handed over already. The one that is chosen fills in place and
 * times, as far as nobody has typed them.
 */
function LoanField({ id, value, onChange }: IdFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = Form.useFormInstance<ActivityForm>();
  const { loans, isReady } = useBorrowedVenues();
  const asked = useSearchParams()[0].get('loan');
  const choose = (loanId: string | undefined): void => {
    const filled = (one: string | undefined) => loans.find(({ loan }) => loan.id === one);
    const next = filled(loanId);
    if (next !== undefined) form.setFieldsValue(filledFrom(next, form.getFieldsValue(), filled(value)));
    onChange?.(loanId);
  };
  const isAsked = value === undefined && loans.some(({ loan }) => loan.id === asked);
  useEffect(() => {
    if (isReady && isAsked) choose(asked ?? undefined);
    // Once, when the loan of the address is known: afterwards the person chooses.
  }, [isReady]);
  const isListed = value === undefined || loans.some(({ loan }) => loan.id === value);
  return (
    <Choice
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      options={[
        { value: '', label: t(loans.length === 0 ? 'activityForm.noLoans' : 'activityForm.noLoan') },
        ...loans.map(({ loan }) => ({
          value: loan.id,
          label: `${loan.resourceTitle} · ${format.period(loan.startsAt, loan.endsAt)}`,
        })),
        ...(isListed ? [] : [{ value, label: t('activityForm.presentLoan') }]),
      ]}
      onChange={choose}
    />
  );
}

interface BorrowedVenue {
  readonly loan: Loan;
  readonly resource: Resource;
}

/** Documents and things are lent, too, and no activity takes place in them. */
function useBorrowedVenues(): { readonly loans: readonly BorrowedVenue[]; readonly isReady: boolean } {
  const inState = (state: 'approved' | 'handedOver') =>
    readOf('loan', '/loans', { state, role: 'borrower', limit: 100 });
  const pages = useQueries({ queries: [inState('approved'), inState('handedOver')] });
  const usable = pages
    .flatMap(({ data }) => data?.items ?? [])
    .filter(({ endsAt }) => new Date(endsAt) > new Date());
  const ids = [...new Set(usable.map(({ resourceId }) => resourceId))];
  const resources = useQueries({
    queries: ids.map((resourceId) => readOf('resource', '/resources/{resourceId}', { resourceId })),
  });
  const byId = new Map(
    resources.flatMap(({ data }) => (data === undefined ? [] : [[data.id, data] as const])),
  );
  const loans = usable.flatMap((loan) => {
    const resource = byId.get(loan.resourceId);
    return resource !== undefined && isVenue(resource) ? [{ loan, resource }] : [];
  });
  return { loans, isReady: [...pages, ...resources].every(({ isPending }) => !isPending) };
}

function ResourceField({ id, value, onChange }: IdFieldProps) {
  const chosen = useRead(
    'resource',
    '/resources/{resourceId}',
    value === undefined ? undefined : { resourceId: value },
  );
  if (value !== undefined)
    return <Picked id={id} name={chosen.data?.title} onClear={() => onChange?.(undefined)} />;
  return (
    <SearchPicker<Resource>
      {...(id === undefined ? {} : { id })}
      queryKey={['resource', 'found']}
      search={async (q, signal) => (await request('get', '/resources', { q, limit: 10 }, { signal })).items}
      itemKey={(resource) => resource.id}
      itemText={({ title, place }) => (place === null ? title : `${title} · ${place}`)}
      onPick={(resource) => onChange?.(resource.id)}
    />
  );
}
