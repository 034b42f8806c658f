import { Alert, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { LoadingState, Refusal } from '../../../kit/states.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import { endOf, type ExtensionForm, initialExtension } from './extension.model.js';
import { AddedDays } from './series-days.js';
import { EndFields, ExceptDaysField } from '../../../kit/recurrence-fields.js';
import { type Series, type SeriesEnd, useExtendSeries, useExtensionPreview } from './use-series.js';

/** Asks for a later end, and shows beforehand by which days the series goes on and by which not. */
export function ExtendForm({ series }: { readonly series: Series }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<ExtensionForm>();
  const initial = initialExtension(series.rule);
  const watched = Form.useWatch([], { form, preserve: true }) as Partial<ExtensionForm> | undefined;
  const values = { ...initial, ...definedOf(watched) };
  const end = endOf(values);
  const extend = useExtendSeries(series);
  const preview = useExtensionPreview(series.id, useRested(end));
  const count = preview.data?.created.length ?? 0;
  const submit = (): void => {
    if (end !== null) extend.mutate(end, { onSuccess: () => form.setFieldsValue({ count: '', until: '' }) });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={extend.isPending}
      initialValues={initial}
      onFinish={submit}
    >
      <p className="hint">{t('series.extend.hint')}</p>
      <EndFields ends={values.ends} />
      <ExceptDaysField />
      {end === null ? <p className="hint">{t('series.extend.incomplete')}</p> : <Preview preview={preview} />}
      {extend.isError && <Refusal title={t('series.page.notDone')} error={extend.error} />}
      {extend.data !== undefined && (
        <Alert
          type="success"
          showIcon
          role="status"
          className="notice"
          title={t('series.extend.done', { count: extend.data.created.length })}
        />
      )}
      <Button
        type="primary"
        htmlType="submit"
        loading={extend.isPending}
        disabled={end === null || preview.isError || count === 0}
      >
        {t('series.extend.submit', { count })}
      </Button>
    </Form>
  );
}

function Preview({ preview }: { readonly preview: ReturnType<typeof useExtensionPreview> }) {
  const { t } = useTranslation();
  if (preview.isError) return <Refusal title={t('series.form.refusedPreview')} error={preview.error} />;
  return preview.data === undefined ? <LoadingState rows={4} /> : <AddedDays plan={preview.data} />;
}

/** A field that is not on the page has no value of its own. */
function definedOf(values: Partial<ExtensionForm> = {}): Partial<ExtensionForm> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** An end is made anew at each key; its text rests. */
function useRested(end: SeriesEnd | null): SeriesEnd | null {
  return JSON.parse(useDebounced(JSON.stringify(end))) as SeriesEnd | null;
}
