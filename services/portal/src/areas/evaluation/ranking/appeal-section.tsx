import { Button, Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { showErrors } from '../../../kit/form-errors.js';
import { FileButtons } from '../../../kit/file-buttons.js';
import { TextArea } from '../../../kit/input.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useOffices } from '../../../session/use-offices.js';
import { AppealForm } from './appeal-form.js';
import { timeLeft } from './notice-days.model.js';
import { type Appeal, type Ranking, useAppeals, useDecide } from './use-rankings.js';

/** Appeals: for whoever decides all of them, for officers those of their unions; and the form for another. */
export function AppealSection({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const decides = useReaches(ranking.unionId, ['evaluator', 'officer', 'auditor']);
  const list = useAppeals(ranking.id);
  const { state, noticeEndsAt } = ranking;
  const isOn = state === 'notice' && noticeEndsAt !== null && timeLeft(noticeEndsAt, new Date()) !== null;
  return (
    <section className="card" aria-labelledby="appeals-title">
      <h2 id="appeals-title">{t('rankingLife.appeals')}</h2>
      <p className="hint">{t('rankingLife.appealsHint')}</p>
      <PagedList list={list} empty={{ text: t('rankingLife.noAppeals') }}>
        {(appeals) => (
          <ul className="plain-list lines">
            {appeals.map((appeal) => (
              <li key={appeal.id}>
                <OneAppeal appeal={appeal} ranking={ranking} decides={decides} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
      {isOn && holds('officer') && <AppealForm ranking={ranking} />}
    </section>
  );
}

interface OneAppealProps {
  readonly appeal: Appeal;
  readonly ranking: Ranking;
  readonly decides: boolean;
}

function OneAppeal({ appeal, ranking, decides }: OneAppealProps) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { id, rankingId, subjectName, unionName, text, attachmentName, state, answer, createdAt } = appeal;
  return (
    <>
      <p className="hint">
        {[instant(createdAt), subjectName, unionName === subjectName ? null : unionName]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      <p>{text}</p>
      {attachmentName !== null && (
        <FileButtons
          refused={t('rankingLife.noFile')}
          files={[
            {
              label: t('rankingLife.attachmentOf', { name: attachmentName }),
              path: `/api/v1/rankings/${rankingId}/appeals/${id}/attachment`,
              name: attachmentName,
            },
          ]}
        />
      )}
      <p>
        <span className="tag">{t(`rankingLife.appealState.${state}`)}</span>
      </p>
      {answer !== null && <p>{t('rankingLife.answerIs', { answer })}</p>}
      {state === 'open' && decides && <Decide appeal={appeal} ranking={ranking} />}
    </>
  );
}

function Decide({ appeal, ranking }: Pick<OneAppealProps, 'appeal' | 'ranking'>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ answer: string; upheld?: boolean }>();
  const decide = useDecide(appeal, ranking.version);
  return (
    <Form
      form={form}
      name={`decide-${appeal.id}`}
      layout="vertical"
      requiredMark={false}
      disabled={decide.isPending}
      onFinish={({ answer, upheld = false }) =>
        decide.mutate(
          { answer: answer.trim(), upheld },
          { onError: (error) => showErrors(form, error, ['answer', 'upheld']) },
        )
      }
    >
      <Form.Item
        name="answer"
        label={t('rankingLife.answer')}
        rules={[{ required: true, whitespace: true, message: t('rankingLife.required') }]}
      >
        <TextArea rows={2} maxLength={2_000} />
      </Form.Item>
      <Form.Item name="upheld" valuePropName="checked">
        <Checkbox>{t('rankingLife.upheld')}</Checkbox>
      </Form.Item>
      {decide.isError && (
        <Refusal title={t('rankingLife.refused')} error={decide.error} fields={['answer']} />
      )}
      <Button htmlType="submit" loading={decide.isPending}>
        {t('rankingLife.decide')}
      </Button>
    </Form>
  );
}
