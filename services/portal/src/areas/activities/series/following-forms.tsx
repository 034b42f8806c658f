import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, TextArea } from '../../../kit/input.js';
import type { FollowingProps } from './following-section.js';
import { Outcome } from './outcome.js';
import { changesOf } from './outcome.model.js';

interface Values {
  readonly title?: string;
  readonly description?: string;
  readonly venue?: string;
  readonly startTime?: string;
}

/** Sends only what is filled in. */
export function ChangeForm({ series, fromActivityId }: FollowingProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const [isEmpty, setIsEmpty] = useState(false);
  const edit = useCommand('activitySeries', 'patch', '/activity-series/{seriesId}', { onStale: 'refuse' });
  const inputOf = (values: Values) => {
    const changes = changesOf(values);
    const isEmptyNow = Object.keys(changes).length === 0;
    setIsEmpty(isEmptyNow);
    if (isEmptyNow) return null;
    return { seriesId: series.id, version: series.version, body: { fromActivityId, changes } };
  };
  return (
    <CommandForm
      form={form}
      command={edit}
      input={inputOf}
      submit={t('series.page.save')}
      refused={t('series.page.notDone')}
      onDone={() => form.resetFields()}
    >
      <p className="hint">{t('series.page.changeHint')}</p>
      <Form.Item name="title" label={t('activityForm.title')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="venue" label={t('activityForm.venue')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="startTime" label={t('series.page.startTime')}>
        <Input type="time" className="short-field" />
      </Form.Item>
      <Form.Item name="description" label={t('activityForm.description')}>
        <TextArea rows={4} maxLength={5000} />
      </Form.Item>
      {isEmpty && (
        <p className="hint" role="alert">
          {t('series.page.nothingToChange')}
        </p>
      )}
      {edit.data !== undefined && (
        <Outcome
          title={t('series.page.changed', { count: edit.data.changed.length })}
          refused={edit.data.refused}
          kept={edit.data.kept}
        />
      )}
    </CommandForm>
  );
}

/** Everybody who signed up reads the reason. */
export function CancelForm({ series, fromActivityId }: FollowingProps) {
  const { t } = useTranslation();
  const cancel = useCommand('activitySeries', 'post', '/activity-series/{seriesId}/cancel');
  return (
    <CommandForm
      command={cancel}
      input={({ reason }: { readonly reason: string }) => ({
        seriesId: series.id,
        version: series.version,
        body: { fromActivityId, reason: reason.trim() },
      })}
      submit={t('series.page.cancel')}
      refused={t('series.page.notDone')}
      confirm={{ question: t('series.page.cancelQuestion'), text: t('series.page.cancel') }}
      danger
    >
      <Form.Item
        name="reason"
        label={t('series.page.reason')}
        rules={[{ required: true, whitespace: true, message: t('series.page.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
      {cancel.data !== undefined && (
        <Outcome
          title={t('series.page.cancelled', { count: cancel.data.cancelled.length })}
          refused={cancel.data.refused}
        />
      )}
    </CommandForm>
  );
}
