import { Form } from 'antd';
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

interface ReportProps {
  readonly kind: 'vacancy' | 'benefit';
  readonly id: string;
  readonly standing: 'possible' | 'sent';
}

/** Whoever finds a vacancy or a benefit reports what is wrong with it, once. */
export function ReportCard({ kind, id, standing }: ReportProps) {
  const { t } = useTranslation();
  if (standing === 'sent') return <p className="hint">{t('listingReview.sent')}</p>;
  return (
    <details className="card">
      <summary>{t('listingReview.report')}</summary>
      <p className="hint">{t('listingReview.reportHint')}</p>
      {kind === 'vacancy' ? <ReportVacancy vacancyId={id} /> : <ReportBenefit benefitId={id} />}
    </details>
  );
}

function ReportVacancy({ vacancyId }: { readonly vacancyId: string }) {
  const { t } = useTranslation();
  const report = useCommand('listingReview', 'post', '/vacancies/{vacancyId}/reports');
  return (
    <CommandForm
      name="report"
      command={report}
      input={(fields: ReportFields) => ({ vacancyId, body: bodyOf(fields) })}
      submit={t('listingReview.send')}
      done={null}
      refused={t('listingReview.notSent')}
      initialValues={{ ground: 'fee' }}
      secondary
    >
      <Fields />
    </CommandForm>
  );
}

function ReportBenefit({ benefitId }: { readonly benefitId: string }) {
  const { t } = useTranslation();
  const report = useCommand('listingReview', 'post', '/benefits/{benefitId}/reports');
  return (
    <CommandForm
      name="report"
      command={report}
      input={(fields: ReportFields) => ({ benefitId, body: bodyOf(fields) })}
      submit={t('listingReview.send')}
      done={null}
      refused={t('listingReview.notSent')}
      initialValues={{ ground: 'untrue' }}
      secondary
    >
      <Fields />
    </CommandForm>
  );
}

function Fields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="ground" label={t('listingReview.whichGround')}>
        <Choice<ReportGround>
          options={reportGrounds.map((value) => ({ value, label: t(`listingReview.ground.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="words" label={t('listingReview.words')}>
        <TextArea rows={3} maxLength={wordsMax} />
      </Form.Item>
    </>
  );
}

function bodyOf({ ground, words = '' }: ReportFields): ReportFields {
  const said = words.trim();
  return { ground, ...(said === '' ? {} : { words: said }) };
}
