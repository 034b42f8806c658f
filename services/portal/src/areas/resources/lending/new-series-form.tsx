import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { localTimeOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Input, TextArea } from '../../../kit/input.js';
import { LoadingState, Refusal } from '../../../kit/states.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import { AcceptConditions } from '../resource-profile/accept-conditions.js';
import { PartyField } from '../../../session/party-field.js';
import type { Resource } from '../resource/resource-filters.js';
import { initialForm } from '../../../kit/recurrence-form.js';
import { ruleWords } from '../../../kit/recurrence-words.model.js';
import { DayFields, EndFields, ExceptFields } from '../../../kit/recurrence-fields.js';
import { LentWish } from './lent-wish.js';
import { LoanSeriesDays } from './loan-series-days.js';
import { type LoanSeriesForm, wishOf } from './series-wish.js';
import { type LoanSeriesWish, useCreateLoanSeries, useLoanSeriesPreview } from './use-lending.js';

const dayMs = 86_400_000;

/** Asks for the first loan and the rule, and shows beforehand which days can be had and which not, and why. */
export function NewSeriesForm({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<LoanSeriesForm>();
  const initial = firstWeek();
  const watched = Form.useWatch([], { form, preserve: true }) as Partial<LoanSeriesForm> | undefined;
  const values: LoanSeriesForm = { ...initial, ...definedOf(watched) };
  const wish = wishOf(resource.id, values);
  const create = useCreateLoanSeries();
  const preview = useLoanSeriesPreview(useRested(wish));
  const count = preview.data?.created.length ?? 0;
  const submit = (): void => {
    if (wish === null) return;
    create.mutate(wish, { onSuccess: ({ id }) => void navigate(`/loan-series/${id}`) });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={create.isPending}
      initialValues={initial}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <Fields values={values} />
      <LentWish resource={resource} values={values} />
      <AcceptConditions resource={resource} />
      {wish === null ? (
        <p className="hint">{t('lending.series.incomplete')}</p>
      ) : (
        <Preview preview={preview} />
      )}
      {create.isError && <Refusal title={t('lending.series.refused')} error={create.error} />}
      <div className="actions">
        <Button
          type="primary"
          htmlType="submit"
          loading={create.isPending}
          disabled={wish === null || preview.isError || count === 0}
        >
          {t('lending.series.submit', { count })}
        </Button>
      </div>
    </Form>
  );
}

function Fields({ values }: { readonly values: LoanSeriesForm }) {
  return (
    <>
      <FirstFields />
      <DayFields pace={values.pace} />
      <EndFields ends={values.ends} />
      <ExceptFields />
    </>
  );
}

function FirstFields() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('lending.series.timeRequired') }];
  return (
    <>
      <div className="two-columns">
        <Form.Item name="startsAt" label={t('lending.series.startsAt')} rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="endsAt" label={t('lending.series.endsAt')} rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      <Form.Item
        name="borrowerUnionId"
        label={t('lending.series.borrower')}
        rules={[{ required: true, message: t('lending.series.borrowerRequired') }]}
      >
        <PartyField only="union" />
      </Form.Item>
      <Form.Item
        name="purpose"
        label={t('lending.series.purpose')}
        rules={[{ required: true, whitespace: true, message: t('lending.series.purposeRequired') }]}
      >
        <TextArea rows={2} maxLength={500} placeholder={t('lending.series.purposeExample')} />
      </Form.Item>
    </>
  );
}

function Preview({ preview }: { readonly preview: ReturnType<typeof useLoanSeriesPreview> }) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  if (preview.isError) return <Refusal title={t('lending.series.previewRefused')} error={preview.error} />;
  if (preview.data === undefined) return <LoadingState rows={4} />;
  return (
    <>
      <p>
        <strong>{ruleWords(preview.data.rule, { t, locale })}</strong>
      </p>
      <LoanSeriesDays plan={preview.data} />
    </>
  );
}

/** A week from now, from seven to nine in the evening. */
function firstWeek(): LoanSeriesForm {
  const day = localTimeOf(new Date(Date.now() + 7 * dayMs).toISOString()).slice(0, 10);
  const startsAt = `${day}T19:00`;
  const rule = initialForm({ startsAt: `${startsAt}:00+08:00`, timeZone: 'Asia/Shanghai' });
  return { ...rule, startsAt, endsAt: `${day}T21:00` };
}

/** A field that is not on the page has no value of its own. */
function definedOf(values: Partial<LoanSeriesForm> = {}): Partial<LoanSeriesForm> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** A wish is made anew at each key; its text rests. */
function useRested(wish: LoanSeriesWish | null): LoanSeriesWish | null {
  return JSON.parse(useDebounced(JSON.stringify(wish))) as LoanSeriesWish | null;
}
