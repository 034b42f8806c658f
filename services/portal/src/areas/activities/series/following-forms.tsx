import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input, TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { FollowingProps } from './following-section.js';
import { Told } from './told.js';
import { changesOf } from './told.model.js';
import { useCancelSeries, useEditSeries } from './use-series.js';

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
  const edit = useEditSeries(series.id);
  const submit = (values: Values): void => {
    const changes = changesOf(values);
    setIsEmpty(Object.keys(changes).length === 0);
    if (Object.keys(changes).length === 0) return;
    edit.mutate(
      { version: series.version, fromActivityId, changes },
      { onSuccess: () => form.resetFields() },
    );
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} disabled={edit.isPending} onFinish={submit}>
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
      {edit.isError && <Refusal title={t('series.page.notDone')} error={edit.error} />}
      {edit.data !== undefined && (
        <Told
          title={t('series.page.changed', { count: edit.data.changed.length })}
          refused={edit.data.refused}
          kept={edit.data.kept}
        />
      )}
      <Button type="primary" htmlType="submit" loading={edit.isPending}>
        {t('series.page.save')}
      </Button>
    </Form>
  );
}

/** The reason goes to everybody who signed up; it is asked for first, and then once more whether it is meant. */
export function CancelForm({ series, fromActivityId }: FollowingProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly reason: string }>();
  const reason = (Form.useWatch('reason', form) ?? '').trim();
  const cancel = useCancelSeries(series);
  return (
    <Form form={form} layout="vertical" requiredMark={false} disabled={cancel.isPending}>
      <Form.Item name="reason" label={t('series.page.reason')}>
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
      {cancel.isError && <Refusal title={t('series.page.notDone')} error={cancel.error} />}
      {cancel.data !== undefined && (
        <Told
          title={t('series.page.cancelled', { count: cancel.data.cancelled.length })}
          refused={cancel.data.refused}
        />
      )}
      {reason === '' ? (
        <p className="hint">{t('series.page.reasonRequired')}</p>
      ) : (
        <ConfirmButton
          danger
          loading={cancel.isPending}
          question={t('series.page.cancelQuestion')}
          confirmText={t('series.page.cancel')}
          onConfirm={() => cancel.mutate({ fromActivityId, reason })}
        >
          {t('series.page.cancel')}
        </ConfirmButton>
      )}
    </Form>
  );
}
