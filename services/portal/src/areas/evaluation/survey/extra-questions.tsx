import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { Input, TextArea } from '../../../kit/input.js';
import { choicesOf } from './new-survey.js';

const questionsMax = 20;
const choicesMin = 2;
const choicesMax = 20;

/** Questions beyond those of the indicators. */
export function ExtraQuestions() {
  const { t } = useTranslation();
  const kinds = (['text', 'likert', 'nps', 'choice'] as const).map((kind) => ({
    value: kind,
    label: t(`survey.kind.${kind}`),
  }));
  return (
    <Form.List name="questions">
      {(fields, { add, remove }) => (
        <fieldset className="companion">
          <legend>{t('survey.extra')}</legend>
          <p className="hint">{t('survey.extraHint')}</p>
          {fields.map(({ key, name }, index) => (
            <div key={key} className="extra-question">
              <Form.Item
                name={[name, 'text']}
                label={t('survey.extraText', { number: index + 1 })}
                rules={[{ required: true, whitespace: true, message: t('evaluation.required') }]}
              >
                <Input maxLength={300} />
              </Form.Item>
              <Form.Item name={[name, 'kind']} label={t('survey.extraKind')} initialValue="text">
                <Choice options={kinds} />
              </Form.Item>
              <ChoiceLines name={name} number={index + 1} />
              <Button
                onClick={() => remove(name)}
                aria-label={t('survey.removeExtra', { number: index + 1 })}
              >
                {t('evaluation.remove')}
              </Button>
            </div>
          ))}
          <Button disabled={fields.length >= questionsMax} onClick={() => add({ kind: 'text' })}>
            {t('survey.addExtra')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

/** What there is to choose from, one a line. */
function ChoiceLines({ name, number }: { readonly name: number; readonly number: number }) {
  const { t } = useTranslation();
  const isChoice = Form.useWatch<unknown>(['questions', name, 'kind']) === 'choice';
  if (!isChoice) return null;
  const validator = (_rule: unknown, lines?: string): Promise<void> => {
    const count = choicesOf(lines ?? '').length;
    const fits = count >= choicesMin && count <= choicesMax;
    return fits ? Promise.resolve() : Promise.reject(new Error(t('survey.choicesCount')));
  };
  return (
    <Form.Item
      name={[name, 'choices']}
      label={t('survey.choicesOf', { number })}
      extra={t('survey.choicesHint')}
      rules={[{ validator }]}
      className="choice-lines"
    >
      <TextArea rows={4} />
    </Form.Item>
  );
}
