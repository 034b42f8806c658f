import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { request } from '../../../api/request.js';
import { useCommand } from '../../../api/use-command.js';
import { localTimeOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
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
import type { LoanSeriesWish } from './lending.model.js';

const dayMs = 86_400_000;

/** Requests the first loan and the others by a rule, and shows beforehand which days are free, and why the others are not. */
export function NewSeriesForm({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<LoanSeriesForm>();
  const initial = firstWeek();
  const watched = Form.useWatch([], { form, preserve: true }) as Partial<LoanSeriesForm> | undefined;
  const values: LoanSeriesForm = { ...initial, ...definedOf(watched) };
  const wish = wishOf(resource.id, values);
  const create = useCommand('loanSeries', 'post', '/loan-series');
  const preview = usePreview(useRested(wish));
  const count = preview.data?.created.length ?? 0;
  return (
    <CommandForm
      form={form}
      command={create}
      input={() => wish && { body: wish }}
      submit={t('lending.series.submit', { count })}
      refused={t('lending.series.refused')}
      onDone={({ id }) => void navigate(`/loan-series/${id}`)}
      disabled={wish === null || preview.isError || count === 0}
      initialValues={initial}
    >
      <Fields values={values} />
      <LentWish resource={resource} values={values} />
      <AcceptConditions resource={resource} />
      {wish === null ? (
        <p className="hint">{t('lending.series.incomplete')}</p>
      ) : (
        <Preview preview={preview} />
      )}
    </CommandForm>
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

/** The series as it would be now. The last answer stays until the next one is there. */
function usePreview(wish: LoanSeriesWish | null) {
  return useQuery({
    queryKey: ['loanSeriesPreview', wish],
    queryFn: ({ signal }) =>
      request('post', '/loan-series/preview', { body: wish as LoanSeriesWish }, { signal }),
    enabled: wish !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

function Preview({ preview }: { readonly preview: ReturnType<typeof usePreview> }) {
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

/** Each key press makes a new object of the same content; the debounce compares its text. */
function useRested(wish: LoanSeriesWish | null): LoanSeriesWish | null {
  return JSON.parse(useDebounced(JSON.stringify(wish))) as LoanSeriesWish | null;
}
