import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import type { AlbumPicture, ReportReason } from './use-album.js';

interface DecisionFormProps {
  readonly activityId: string;
  readonly picture: AlbumPicture;
  readonly onDone: () => void;
}

const reasons: readonly ReportReason[] = ['inPicture', 'child', 'other'];

/** The reason goes to the person who added the picture. */
export function HideForm({ activityId, picture, onDone }: DecisionFormProps) {
  const { t } = useTranslation();
  const hide = useCommand('albumPicture', 'post', '/activities/{activityId}/album-pictures/{pictureId}/hide');
  return (
    <CommandForm
      command={hide}
      name={`hide-${picture.id}`}
      input={({ reason }: { readonly reason: string }) => ({
        activityId,
        pictureId: picture.id,
        version: picture.version,
        body: { reason: reason.trim() },
      })}
      submit={t('album.hideYes')}
      refused={t('album.notHidden')}
      danger
      onDone={onDone}
      onCancel={onDone}
    >
      <Form.Item
        name="reason"
        label={t('album.reason')}
        rules={[{ required: true, whitespace: true, message: t('album.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
    </CommandForm>
  );
}

/** The picture is hidden at once. The hosts alone see why, and not who reported it. */
export function ReportForm({ activityId, picture, onDone }: DecisionFormProps) {
  const { t } = useTranslation();
  const report = useCommand(
    'albumPicture',
    'post',
    '/activities/{activityId}/album-pictures/{pictureId}/report',
  );
  const options = reasons.map((value) => ({ value, label: t(`album.reportReason.${value}`) }));
  return (
    <CommandForm
      command={report}
      name={`report-${picture.id}`}
      input={({ reason }: { readonly reason: ReportReason }) => ({
        activityId,
        pictureId: picture.id,
        body: { reason },
      })}
      submit={t('album.reportYes')}
      refused={t('album.notReported')}
      danger
      onDone={onDone}
      onCancel={onDone}
      initialValues={{ reason: 'inPicture' }}
    >
      <p className="hint">{t('album.reportHint')}</p>
      <Form.Item name="reason" label={t('album.reportWhy')}>
        <Choice<ReportReason> options={options} />
      </Form.Item>
    </CommandForm>
  );
}
