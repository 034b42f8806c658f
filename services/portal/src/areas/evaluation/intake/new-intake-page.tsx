import './intake.css';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { PageHead } from '../../../kit/page-head.js';
import { type IntakeKind, intakeKinds, pageOf, subjectOf, textCharactersMax } from './intake.model.js';
import { TextArea } from '../../../kit/input.js';

interface IntakeForm {
  readonly kind: IntakeKind;
  readonly text: string;
}

/** A complaint, an idea or a question, from whatever page somebody was on. */
export function NewIntakePage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const page = pageOf(search.get('page'));
  return (
    <>
      <PageHead title={t('intake.newTitle')} />
      <div className="card intake-form">
        <p className="hint">{t('intake.newHint')}</p>
        {page !== null && page !== '/' && <p className="hint">{t('intake.withPage')}</p>}
        <NewIntakeForm page={page} />
      </div>
    </>
  );
}

function NewIntakeForm({ page }: { readonly page: string | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const send = useCommand('intake', 'post', '/intake');
  return (
    <CommandForm
      command={send}
      input={({ kind, text }: IntakeForm) => ({
        body: { kind, text: text.trim(), page, subject: subjectOf(page) ?? null },
      })}
      submit={t('intake.send')}
      refused={t('intake.sendRefused')}
      onDone={({ id }) => void navigate(`/intake/${id}`, { replace: true, state: { isSent: true } })}
      initialValues={{ kind: 'complaint' }}
      draft="intake"
    >
      <Form.Item name="kind" label={t('intake.kindLabel')}>
        <Choice<IntakeKind>
          options={intakeKinds.map((value) => ({ value, label: t(`intake.kind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('intake.text')}
        extra={t('intake.textHint')}
        rules={[{ required: true, whitespace: true, message: t('intake.textRequired') }]}
      >
        <TextArea rows={6} maxLength={textCharactersMax} />
      </Form.Item>
    </CommandForm>
  );
}
