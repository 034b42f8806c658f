import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { FileButtons } from '../../../kit/file-buttons.js';
import { TextArea } from '../../../kit/input.js';
import { FoldedAct } from '../../../kit/folded-act.js';
import { PagedList } from '../../../kit/paged-list.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useOffices } from '../../../session/use-offices.js';
import { AppealForm } from './appeal-form.js';
import { timeLeft } from './notice-days.model.js';
import type { Appeal, Ranking } from './ranking.model.js';

/** Those who decide see all appeals, officers those of their unions; and the form for another. */
export function AppealSection({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const decides = useReaches(ranking.unionId, ['evaluator', 'officer', 'auditor']);
  const list = useList('rankingAppeal', '/rankings/{rankingId}/appeals', { rankingId: ranking.id });
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
      {isOn && holds('officer') && (
        <FoldedAct title={t('rankingLife.appeal')} hint={t('rankingLife.appealHint')}>
          <AppealForm ranking={ranking} />
        </FoldedAct>
      )}
    </section>
  );
}

interface Decision {
  readonly answer: string;
  readonly upheld?: boolean;
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
  const decide = useCommand('ranking', 'post', '/rankings/{rankingId}/appeals/{appealId}/decide');
  return (
    <CommandForm
      command={decide}
      input={({ answer, upheld = false }: Decision) => ({
        rankingId: ranking.id,
        appealId: appeal.id,
        version: ranking.version,
        body: { answer: answer.trim(), upheld },
      })}
      submit={t('rankingLife.decide')}
      refused={t('rankingLife.refused')}
      name={`decide-${appeal.id}`}
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
    </CommandForm>
  );
}
