import '../../../kit/styles/recurrence.css';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { LoadingState, Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/use-activities.js';
import { initialForm, ruleOf, type SeriesForm as Values } from '../../../kit/recurrence-form.js';
import { ruleWords } from '../../../kit/recurrence-words.model.js';
import { SeriesDays } from './series-days.js';
import { DayFields, EndFields, ExceptFields } from '../../../kit/recurrence-fields.js';
import { definedOf, useSettled } from './settled.js';
import { type SeriesPreview, type SeriesWish, useSeriesPreview } from './use-series.js';

interface SeriesFormProps {
  readonly activity: Activity;
  readonly onBack: () => void;
}

/** Asks for the days, and shows beforehand in words on which the activity is held and on which not. */
export function SeriesForm({ activity, onBack }: SeriesFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const initial = initialForm(activity);
  const watched = Form.useWatch([], { form, preserve: true }) as Partial<Values> | undefined;
  const values: Values = { ...initial, ...definedOf(watched) };
  const wish = wishOf(activity.id, values);
  const create = useCommand('activitySeries', 'post', '/activity-series');
  const preview = useSeriesPreview(useSettled(wish));
  const count = preview.data?.created.filter(({ isPattern }) => !isPattern).length ?? 0;
  return (
    <CommandForm
      form={form}
      command={create}
      input={() => (wish === null ? null : { body: wish })}
      submit={t('series.form.submit', { count })}
      refused={t('series.form.refused')}
      onDone={({ id }) => void navigate(`/activity-series/${id}`)}
      onCancel={onBack}
      initialValues={initial}
      disabled={wish === null || preview.isError || count === 0}
    >
      <DayFields pace={values.pace} />
      <EndFields ends={values.ends} />
      <ExceptFields />
      {wish === null ? <p className="hint">{t('series.form.incomplete')}</p> : <Preview preview={preview} />}
    </CommandForm>
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
