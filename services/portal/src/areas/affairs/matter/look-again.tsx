import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import { textCharactersMax } from './matter.model.js';
import { type StepFields, type StepFormProps, Verdict } from './step-form.js';
import { toLookAt } from './step.model.js';

/** Looks again at what was found, one after another. */
export function LookAgain({ matter, step }: StepFormProps) {
  const { t } = useTranslation();
  const write = useCommand('matter', 'post', '/matters/{matterId}/steps/{stepId}');
  const [next] = toLookAt(step.marks);
  if (next === undefined) return null;
  return (
    <details className="matter-step-form" open>
      <summary>
        {t('matterStep.lookAgain')} {next.words.text}
      </summary>
      <CommandForm
        key={next.id}
        command={write}
        input={({ text, agrees }: StepFields) => ({
          matterId: matter.id,
          stepId: step.id,
          version: matter.version,
          body: { found: next.id, text: text?.trim() || null, agrees: agrees === 'yes' },
        })}
        submit={t('matterStep.lookAgain')}
        refused={t('matterStep.lookRefused')}
        name={`look-again-${step.id}`}
        secondary
      >
        <Verdict yes={t('matterStep.mended')} no={t('matterStep.notMended')} />
        <Form.Item
          name="text"
          label={t('matterStep.lookAgainText')}
          rules={[{ required: true, whitespace: true, message: t('matterStep.textRequired') }]}
        >
          <TextArea rows={2} maxLength={textCharactersMax} />
        </Form.Item>
      </CommandForm>
    </details>
  );
}
