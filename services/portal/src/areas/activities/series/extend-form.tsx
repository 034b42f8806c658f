import { Alert, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { LoadingState, Refusal } from '../../../kit/states.js';
import { endOf, type ExtensionForm, initialExtension } from './extension.model.js';
import { AddedDays } from './series-days.js';
import { EndFields, ExceptDaysField } from '../../../kit/recurrence-fields.js';
import { definedOf, useSettled } from './settled.js';
import { type Series, useExtensionPreview } from './use-series.js';

/** Asks for a later end, and shows beforehand which days it adds and which it leaves out. */
export function ExtendForm({ series }: { readonly series: Series }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<ExtensionForm>();
  const initial = initialExtension(series.rule);
  const watched = Form.useWatch([], { form, preserve: true }) as Partial<ExtensionForm> | undefined;
  const values = { ...initial, ...definedOf(watched) };
  const end = endOf(values);
  const extend = useCommand('activitySeries', 'post', '/activity-series/{seriesId}/extend');
  const preview = useExtensionPreview(series.id, useSettled(end));
  const count = preview.data?.created.length ?? 0;
  return (
    <CommandForm
      form={form}
      command={extend}
      input={() => (end === null ? null : { seriesId: series.id, version: series.version, body: end })}
      submit={t('series.extend.submit', { count })}
      refused={t('series.page.notDone')}
      onDone={() => form.setFieldsValue({ count: '', until: '' })}
      initialValues={initial}
      disabled={end === null || preview.isError || count === 0}
    >
      <p className="hint">{t('series.extend.hint')}</p>
      <EndFields ends={values.ends} />
      <ExceptDaysField />
      {end === null ? <p className="hint">{t('series.extend.incomplete')}</p> : <Preview preview={preview} />}
      {extend.data !== undefined && (
        <Alert
          type="success"
          showIcon
          role="status"
          className="notice"
          title={t('series.extend.done', { count: extend.data.created.length })}
        />
      )}
    </CommandForm>
  );
}

function Preview({ preview }: { readonly preview: ReturnType<typeof useExtensionPreview> }) {
  const { t } = useTranslation();
  if (preview.isError) return <Refusal title={t('series.form.refusedPreview')} error={preview.error} />;
  return preview.data === undefined ? <LoadingState rows={4} /> : <AddedDays plan={preview.data} />;
}
