import { Alert, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import { type ReportGround, reportGrounds, wordsMax } from './review.model.js';

interface ReportFields {
  readonly ground: ReportGround;
  readonly words?: string;
}

/** A reader reports what is wrong with a bulletin. */
export function ReportCard({ bulletinId }: { readonly bulletinId: string }) {
  const { t } = useTranslation();
  const report = useCommand('bulletinReview', 'post', '/bulletins/{bulletinId}/reports');
  if (report.isSuccess)
    return <Alert type="success" showIcon className="notice" title={t('bulletinReview.reportedNow')} />;
  return (
    <details className="card">
      <summary>{t('bulletinReview.report')}</summary>
      <p className="hint">{t('bulletinReview.reportHint')}</p>
      <CommandForm
        name="report"
        command={report}
        input={({ ground, words = '' }: ReportFields) => ({
          bulletinId,
          body: { ground, words: words.trim() },
        })}
        submit={t('bulletinReview.sendReport')}
        done={null}
        refused={t('bulletinReview.notReported')}
        initialValues={{ ground: 'untrue' }}
        secondary
      >
        <Form.Item name="ground" label={t('bulletinReview.whichGround')}>
          <Choice<ReportGround>
            options={reportGrounds.map((value) => ({ value, label: t(`bulletinReview.ground.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="words"
          label={t('bulletinReview.words')}
          rules={[{ required: true, whitespace: true, message: t('bulletinReview.wordsRequired') }]}
        >
          <TextArea rows={3} maxLength={wordsMax} />
        </Form.Item>
      </CommandForm>
    </details>
  );
}
