import { useQueries } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { Picked, SearchPicker } from '../../../kit/search-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { useResource } from '../../resources/resource/use-resource.js';
import { organisingRoles } from '../../../session/use-may-manage.js';
import { Input } from '../../../kit/input.js';

type Loan = components['schemas']['LoanView'];
type Resource = components['schemas']['ResourceView'];

/** Where it takes place: in words, in a loan of one's own, or in a shared resource that is looked up. */
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

/** The loans by which a place can be had: approved, or handed over already. */
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
  const ask = (state: 'approved' | 'handedOver') => ({
    queryKey: ['loan', 'usable', state],
    queryFn: () =>
      answerOf(api.GET('/api/v1/loans', { params: { query: { state, role: 'borrower', limit: 100 } } })),
  });
  const pages = useQueries({ queries: [ask('approved'), ask('handedOver')] });
  return pages.flatMap(({ data }) => data?.items ?? []).filter(({ endsAt }) => new Date(endsAt) > new Date());
}

function ResourceField({ id, value, onChange }: IdFieldProps) {
  const chosen = useResource(value);
  if (value !== undefined)
    return <Picked id={id} name={chosen.data?.title} onClear={() => onChange?.(undefined)} />;
  return (
    <SearchPicker<Resource>
      {...(id === undefined ? {} : { id })}
      queryKey={['resource', 'found']}
      search={async (q, signal) =>
        (await answerOf(api.GET('/api/v1/resources', { params: { query: { q, limit: 10 } }, signal }))).items
      }
      itemKey={(resource) => resource.id}
      itemText={({ title, place }) => (place === null ? title : `${title} · ${place}`)}
      onPick={(resource) => onChange?.(resource.id)}
    />
  );
}
