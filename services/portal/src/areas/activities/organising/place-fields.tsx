import { useQueries } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import { type ItemAt, readOf, useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { Picked, SearchPicker } from '../../../kit/search-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { organisingRoles } from '../../../session/use-may-manage.js';
import { Input } from '../../../kit/input.js';

type Loan = ItemAt<'/loans'>;
type Resource = ItemAt<'/resources'>;

/** Where the activity takes place: in words, by a loan of one's own, or in a shared resource that is searched for. */
export function PlaceFields() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  return (
    <fieldset className="group">
      <legend>{t('activityForm.place')}</legend>
      <Form.Item name="venue" label={t('activityForm.venue')} extra={t('activityForm.venueHint')}>
        <Input maxLength={200} />
      </Form.Item>
      {holds(...organisingRoles) && (
        <Form.Item name="loanId" label={t('activityForm.loan')} extra={t('activityForm.loanHint')}>
          <LoanField />
        </Form.Item>
      )}
      <Form.Item name="resourceId" label={t('activityForm.resource')} extra={t('activityForm.resourceHint')}>
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

/** The loans that give the activity a place: approved, or handed over already. */
function LoanField({ id, value, onChange }: IdFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = Form.useFormInstance();
  const loans = useUsableLoans();
  const choose = (loanId: string | undefined): void => {
    onChange?.(loanId);
    const loan = loans.find((one) => one.id === loanId);
    if (loan !== undefined) form.setFieldValue('resourceId', loan.resourceId);
  };
  const isListed = value === undefined || loans.some((loan) => loan.id === value);
  return (
    <Choice
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      options={[
        { value: '', label: t(loans.length === 0 ? 'activityForm.noLoans' : 'activityForm.noLoan') },
        ...loans.map((loan) => ({
          value: loan.id,
          label: `${loan.resourceTitle} · ${format.period(loan.startsAt, loan.endsAt)}`,
        })),
        ...(isListed ? [] : [{ value, label: t('activityForm.presentLoan') }]),
      ]}
      onChange={choose}
    />
  );
}

function useUsableLoans(): Loan[] {
  const inState = (state: 'approved' | 'handedOver') =>
    readOf('loan', '/loans', { state, role: 'borrower', limit: 100 });
  const pages = useQueries({ queries: [inState('approved'), inState('handedOver')] });
  return pages.flatMap(({ data }) => data?.items ?? []).filter(({ endsAt }) => new Date(endsAt) > new Date());
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
