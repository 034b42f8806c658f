import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { Loaded } from '../../../kit/loaded.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import type { WorksCall } from '../call/call.model.js';
import { mayDo, type Work } from '../work/work.model.js';
import { WorkContent } from '../work/work-content.js';
import { pointsMax, scoreOf, type ScoreValues, scoreValuesOf, weighedOf } from './judging.model.js';

interface JudgedWorkProps {
  readonly workId: string;
  readonly criteria: WorksCall['criteria'];
  readonly onScored: () => void;
}

/** A work as a juror sees it, and their points. */
export function JudgedWork({ workId, criteria, onScored }: JudgedWorkProps) {
  const { t } = useTranslation();
  const query = useRead('work', '/works/{workId}', { workId });
  return (
    <Loaded query={query}>
      {(work) => (
        <>
          <article className="card">
            <h2>{work.title}</h2>
            <WorkContent work={work} />
          </article>
          {mayDo(work, 'score') && (
            <section className="card" aria-labelledby="score-title">
              <h2 id="score-title">{t('works.score')}</h2>
              <ScoreForm work={work} criteria={criteria} onScored={onScored} />
            </section>
          )}
        </>
      )}
    </Loaded>
  );
}

interface ScoreFormProps {
  readonly work: Work;
  readonly criteria: WorksCall['criteria'];
  readonly onScored: () => void;
}

function ScoreForm({ work, criteria, onScored }: ScoreFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [form] = Form.useForm<ScoreValues>();
  const score = useCommand('work', 'put', '/works/{workId}/score');
  const initial = scoreValuesOf(work, criteria);
  const typed = Form.useWatch<readonly (string | undefined)[] | undefined>('points', form) ?? initial.points;
  const sum = weighedOf(typed, criteria);
  return (
    <CommandForm
      form={form}
      name="score"
      command={score}
      input={(values: ScoreValues) => ({ workId: work.id, body: scoreOf(values) })}
      submit={t(work.isScored ? 'works.changeScore' : 'works.saveScore')}
      done={null}
      refused={t('works.scoreNotSaved')}
      onDone={onScored}
      initialValues={initial}
    >
      <p className="hint">{t('works.scoreHint', { max: pointsMax })}</p>
      {criteria.map(({ name, weight }, index) => (
        <Form.Item
          // Criteria have no id: they are told apart by their place.
          key={index}
          name={['points', index]}
          label={t('works.criterionIs', { name, share: format.share(weight / 10_000) })}
          rules={[wholeNumberRule(0, pointsMax, t('works.countInvalid', { min: 0, max: pointsMax }))]}
        >
          <Input maxLength={3} inputMode="numeric" autoComplete="off" />
        </Form.Item>
      ))}
      {sum !== null && <p role="status">{t('works.weighed', { sum: format.number(sum) })}</p>}
    </CommandForm>
  );
}
