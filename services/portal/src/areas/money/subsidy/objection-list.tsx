import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import { PagedList } from '../../../kit/paged-list.js';
import { useReaches } from '../../../session/use-may-manage.js';
import type { Objection, Programme } from './subsidy.model.js';

/** The giver reads all objections, others their own, with the answers. */
export function ObjectionList({ programme }: { readonly programme: Programme }) {
  const { t } = useTranslation();
  const isGiver = useReaches(programme.unionId, ['officer']);
  const list = useList('subsidyProgramme', '/subsidy-programmes/{programmeId}/objections', {
    programmeId: programme.id,
  });
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

interface AnswerValues {
  readonly answer: string;
  readonly upheld?: boolean;
}

function AnswerForm({ objection: { id, programmeId } }: { readonly objection: Objection }) {
  const { t } = useTranslation();
  const answer = useCommand(
    'subsidyProgramme',
    'post',
    '/subsidy-programmes/{programmeId}/objections/{objectionId}/answer',
  );
  return (
    <CommandForm
      name={`answer-${id}`}
      command={answer}
      input={({ answer: text, upheld = false }: AnswerValues) => ({
        programmeId,
        objectionId: id,
        body: { answer: text.trim(), upheld },
      })}
      submit={t('subsidy.notice.sendAnswer')}
      refused={t('subsidy.refused')}
      secondary
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
    </CommandForm>
  );
}
