import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type AlbumPicture, type ReportReason, useHidePicture, useReportPicture } from './use-album.js';

interface DecisionFormProps {
  readonly activityId: string;
  readonly picture: AlbumPicture;
  readonly onDone: () => void;
}

const fields = ['reason'];
const reasons: readonly ReportReason[] = ['inPicture', 'child', 'other'];

/** The reason goes to who added it. */
export function HideForm({ activityId, picture, onDone }: DecisionFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const hide = useHidePicture(activityId, picture);
  const submit = ({ reason }: { reason: string }): void =>
    hide.mutate(reason.trim(), {
      onSuccess: onDone,
      onError: (error) => showErrors(form, error, fields),
    });
  return (
    <Form form={form} name={`hide-${picture.id}`} layout="vertical" requiredMark={false} onFinish={submit}>
      <Form.Item
        name="reason"
        label={t('album.reason')}
        rules={[{ required: true, whitespace: true, message: t('album.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
      {hide.isError && <Refusal title={t('album.notHidden')} error={hide.error} fields={fields} />}
      <div className="actions">
        <Button danger htmlType="submit" loading={hide.isPending}>
          {t('album.hideYes')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}

/** It is hidden at once; nobody but the hosts hears why, and they do not hear from whom. */
export function ReportForm({ activityId, picture, onDone }: DecisionFormProps) {
  const { t } = useTranslation();
  const report = useReportPicture(activityId, picture.id);
  const options = reasons.map((value) => ({ value, label: t(`album.reportReason.${value}`) }));
  return (
    <Form
      name={`report-${picture.id}`}
      layout="vertical"
      requiredMark={false}
      initialValues={{ reason: 'inPicture' }}
      onFinish={({ reason }: { reason: ReportReason }) => report.mutate(reason, { onSuccess: onDone })}
    >
      <p className="hint">{t('album.reportHint')}</p>
      <Form.Item name="reason" label={t('album.reportWhy')}>
        <Choice<ReportReason> options={options} />
      </Form.Item>
      {report.isError && <Refusal title={t('album.notReported')} error={report.error} />}
      <div className="actions">
        <Button danger htmlType="submit" loading={report.isPending}>
          {t('album.reportYes')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
