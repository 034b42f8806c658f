import { Button, Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { type Objection, type Programme, useObjections } from './use-subsidies.js';
import { useAnswer } from './use-subsidy-acts.js';

/** For the giver all objections, for others their own, with what was answered. */
export function ObjectionList({ programme }: { readonly programme: Programme }) {
  const { t } = useTranslation();
  const isGiver = useReaches(programme.unionId, ['officer']);
  const list = useObjections(programme.id);
  return (
    <section className="card" aria-labelledby="objections-title">
      <h2 id="objections-title">{t(isGiver ? 'subsidy.notice.objections' : 'subsidy.notice.mine')}</h2>
      <PagedList list={list} empty={{ text: t('subsidy.notice.noObjections') }}>
        {(items) => (
          <ul className="plain-list lines">
            {items.map((one) => (
              <li key={one.id}>
                <OneObjection objection={one} isGiver={isGiver} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}

interface ObjectionProps {
  readonly objection: Objection;
  readonly isGiver: boolean;
}

function OneObjection({ objection, isGiver }: ObjectionProps) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { unionName, applicationTitle, objectorName, reason, createdAt, answer, upheld } = objection;
  return (
    <>
      <p className="hint">
        {instant(createdAt)} · {unionName} · {applicationTitle}
        {isGiver && ` · ${objectorName ?? t('subsidy.notice.somebody')}`}
      </p>
      <p className="subsidy-text">{reason}</p>
      {answer !== null && (
        <p className="subsidy-text">
          {t(upheld ? 'subsidy.notice.upheldIs' : 'subsidy.notice.answerIs', { answer })}
        </p>
      )}
      {answer === null && isGiver && <AnswerForm objection={objection} />}
      {answer === null && !isGiver && <p>{t('subsidy.notice.unanswered')}</p>}
    </>
  );
}

function AnswerForm({ objection: { id, programmeId } }: { readonly objection: Objection }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ answer: string; upheld?: boolean }>();
  const act = useAnswer(programmeId, id);
  return (
    <Form
      form={form}
      name={`answer-${id}`}
      layout="vertical"
      requiredMark={false}
      disabled={act.isPending}
      onFinish={({ answer, upheld = false }) =>
        act.mutate(
          { answer: answer.trim(), upheld },
          { onError: (error) => showErrors(form, error, ['answer', 'upheld']) },
        )
      }
    >
      <Form.Item
        name="answer"
        label={t('subsidy.notice.answer')}
        rules={[{ required: true, whitespace: true, message: t('subsidy.required') }]}
      >
        <TextArea rows={2} maxLength={2_000} />
      </Form.Item>
      <Form.Item name="upheld" valuePropName="checked">
        <Checkbox>{t('subsidy.notice.upheld')}</Checkbox>
      </Form.Item>
      {act.isError && <Refusal title={t('subsidy.refused')} error={act.error} fields={['answer']} />}
      <Button htmlType="submit" loading={act.isPending}>
        {t('subsidy.notice.sendAnswer')}
      </Button>
    </Form>
  );
}
