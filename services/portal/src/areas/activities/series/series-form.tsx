import '../../../kit/styles/recurrence.css';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { LoadingState, Refusal } from '../../../kit/states.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import type { Activity } from '../activity/use-activities.js';
import { initialForm, ruleOf, type SeriesForm as Values } from '../../../kit/recurrence-form.js';
import { ruleWords } from '../../../kit/recurrence-words.model.js';
import { SeriesDays } from './series-days.js';
import { DayFields, EndFields, ExceptFields } from '../../../kit/recurrence-fields.js';
import { type SeriesPreview, type SeriesWish, useCreateSeries, useSeriesPreview } from './use-series.js';

interface SeriesFormProps {
  readonly activity: Activity;
  readonly onBack: () => void;
}

/** Asks on which days, and shows beforehand on which it is held and on which not, in words. */
export function SeriesForm({ activity, onBack }: SeriesFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const initial = initialForm(activity);
  const watched = Form.useWatch([], { form, preserve: true }) as Partial<Values> | undefined;
  const values: Values = { ...initial, ...definedOf(watched) };
  const wish = wishOf(activity.id, values);
  const create = useCreateSeries();
  const preview = useSeriesPreview(useRested(wish));
  const count = preview.data?.created.filter(({ isPattern }) => !isPattern).length ?? 0;
  const submit = (): void => {
    if (wish === null) return;
    // As soon as the activity is part of a series this form is gone, with whatever `mutate` would call back.
    create.mutateAsync(wish).then(
      ({ id }) => navigate(`/activity-series/${id}`),
      () => undefined, // the page shows why
    );
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={create.isPending}
      initialValues={initial}
      onFinish={submit}
    >
      <DayFields pace={values.pace} />
      <EndFields ends={values.ends} />
      <ExceptFields />
      {wish === null ? <p className="hint">{t('series.form.incomplete')}</p> : <Preview preview={preview} />}
      {create.isError && <Refusal title={t('series.form.refused')} error={create.error} />}
      <div className="actions">
        <Button
          type="primary"
          htmlType="submit"
          loading={create.isPending}
          disabled={wish === null || preview.isError || count === 0}
        >
          {t('series.form.submit', { count })}
        </Button>
        <Button onClick={onBack}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}

function Preview({ preview }: { readonly preview: ReturnType<typeof useSeriesPreview> }) {
  const { t } = useTranslation();
  if (preview.isError) return <Refusal title={t('series.form.refusedPreview')} error={preview.error} />;
  return preview.data === undefined ? <LoadingState rows={4} /> : <Planned plan={preview.data} />;
}

function Planned({ plan }: { readonly plan: SeriesPreview }) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  return (
    <>
      <p>
        <strong>{ruleWords(plan.rule, { t, locale })}</strong>
      </p>
      <SeriesDays plan={plan} />
    </>
  );
}

function wishOf(activityId: string, values: Values): SeriesWish | null {
  const rule = ruleOf(values);
  if (rule === null) return null;
  return { activityId, rule, except: [...values.except], holidays: values.holidays };
}

/** A field that is not on the page has no value of its own. */
function definedOf(values: Partial<Values> = {}): Partial<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** A wish is made anew at each key; its text rests. */
function useRested(wish: SeriesWish | null): SeriesWish | null {
  return JSON.parse(useDebounced(JSON.stringify(wish))) as SeriesWish | null;
}
