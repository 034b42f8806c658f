import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Input } from '../../../kit/input.js';
import { addChoice, choicesMax, replaceAt } from './indicator-leaf.model.js';
import type { LeafFieldsProps } from './leaf-fields.js';
import { Labelled } from './labelled.js';
import { NumberField } from './number-field.js';

/** What one may choose from, each with what it is worth. */
export function ChoiceFields({ leaf, onChange }: LeafFieldsProps) {
  const { t } = useTranslation();
  const choices = leaf.choices ?? [];
  const change = (next: typeof choices, field: string): void => onChange({ ...leaf, choices: next }, field);
  return (
    <fieldset className="leaf-list">
      <legend>{t('indicatorDesign.choices')}</legend>
      {choices.map(({ key, text, value }, place) => (
        <div key={key} className="leaf-line">
          <Labelled text={t('indicatorDesign.choice', { number: place + 1 })}>
            <Input
              value={text}
              maxLength={100}
              onChange={({ target }) =>
                change(replaceAt(choices, place, { text: target.value }), `choice ${key}`)
              }
            />
          </Labelled>
          <NumberField
            text={t('indicatorDesign.choiceValue', { number: place + 1 })}
            value={value}
            onChange={(worth) =>
              worth !== null && change(replaceAt(choices, place, { value: worth }), `worth ${key}`)
            }
          />
          <Button
            disabled={choices.length <= 2}
            onClick={() =>
              change(
                choices.filter((one) => one.key !== key),
                `no ${key}`,
              )
            }
          >
            {t('indicatorDesign.removeChoice', { number: place + 1 })}
          </Button>
        </div>
      ))}
      <Button
        disabled={choices.length >= choicesMax}
        onClick={() => change(addChoice(choices, leaf), `choice ${choices.length}`)}
      >
        {t('indicatorDesign.addChoice')}
      </Button>
    </fieldset>
  );
}
