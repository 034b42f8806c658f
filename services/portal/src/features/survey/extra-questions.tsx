import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../shell/choice.js';
import { Input } from '../../shell/input.js';

const questionsMax = 20;

/** Questions beyond those of the indicators. */
export function ExtraQuestions() {
  const { t } = useTranslation();
  const kinds = (['text', 'likert'] as const).map((kind) => ({
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
