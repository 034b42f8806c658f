import { Alert, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { type AnswerAt, useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';

type Warning = NonNullable<AnswerAt<'/me/lapse-warning'>['warning']>;

/** On the account page: that the reader's membership may lapse or has, what that rests on, and what they can do about it. */
export function OwnLapse() {
  const { data } = useRead('lapse', '/me/lapse-warning', {});
  const warning = data?.warning ?? null;
  if (warning === null) return null;
  if (warning.state === 'open') return <OpenWarning warning={warning} />;
  return warning.state === 'ended' ? <Lapsed warning={warning} /> : null;
}

function OpenWarning({ warning }: { readonly warning: Warning }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { mended, endableFrom, answer } = warning;
  if (mended) return <Alert type="success" showIcon className="notice" title={t('lapse.own.mended')} />;
  return (
    <>
      <Alert
        type="warning"
        showIcon
        className="notice"
        title={t('lapse.own.title')}
        description={t('lapse.own.hint', { day: format.date(endableFrom) })}
      />
      <Evidence warning={warning} />
      {answer === null ? <AnswerForm /> : <p>{t('lapse.own.answered', { answer })}</p>}
    </>
  );
}

function Lapsed({ warning }: { readonly warning: Warning }) {
  const { t } = useTranslation();
  const { decision, unionAboveId, unionAboveName } = warning;
  return (
    <>
      <Alert
        type="info"
        showIcon
        className="notice"
        title={t('lapse.own.lapsed')}
        description={decision === null ? undefined : t('lapse.own.decision', { decision })}
      />
      <Evidence warning={warning} />
      {unionAboveId !== null && (
        <p>
          {t('lapse.own.appeal')} <Link to={`/unions/${unionAboveId}`}>{unionAboveName}</Link>
        </p>
      )}
    </>
  );
}

/** What the union has on record: whoever sees that it is wrong can say so. */
function Evidence({ warning }: { readonly warning: Warning }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { monthsUnpaid, lastPaidOn, lastPartOn, warnedAt } = warning;
  const day = (date: string | null): string => (date === null ? t('lapse.never') : format.date(date));
  return (
    <dl className="facts">
      <dt>{t('lapse.monthsUnpaid')}</dt>
      <dd>{format.number(monthsUnpaid)}</dd>
      <dt>{t('lapse.lastPaid')}</dt>
      <dd>{day(lastPaidOn)}</dd>
      <dt>{t('lapse.lastPart')}</dt>
      <dd>{day(lastPartOn)}</dd>
      <dt>{t('lapse.own.warnedAt')}</dt>
      <dd>{format.instant(warnedAt)}</dd>
    </dl>
  );
}

function AnswerForm() {
  const { t } = useTranslation();
  const answer = useCommand('lapse', 'post', '/me/lapse-warning/answer');
  return (
    <CommandForm
      name="lapse-answer"
      command={answer}
      input={({ words }: { words: string }) => ({ body: { words: words.trim() } })}
      submit={t('lapse.own.answer')}
      done={t('lapse.own.sent')}
      refused={t('lapse.refused')}
      draft="lapse-answer"
    >
      <Form.Item
        name="words"
        label={t('lapse.own.words')}
        extra={t('lapse.own.wordsHint')}
        rules={[{ required: true, whitespace: true, message: t('lapse.own.wordsRequired') }]}
      >
        <TextArea rows={3} maxLength={1_000} />
      </Form.Item>
    </CommandForm>
  );
}
