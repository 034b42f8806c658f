import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { grades } from './fund-rule-form.js';
import { countMax, headsMax, prizesMax } from './use-form.js';
import { PriceField, WholeField } from './number-fields.js';

const one = [{ grade: 'first' }];

/** The prizes, one line for each value, and the number of winners. */
export function PrizeFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.List name={['use', 'prizes']} initialValue={one}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="fund-breach">
                <Form.Item name={[name, 'grade']} label={t('fundRule.grade')} initialValue="other">
                  <Choice
                    options={grades.map((grade) => ({ value: grade, label: t(`fundRule.grades.${grade}`) }))}
                  />
                </Form.Item>
                <div className="two-columns">
                  <WholeField name={[name, 'count']} label={t('fundRule.use.count')} min={1} max={countMax} />
                  <PriceField name={[name, 'unit']} />
                </div>
                {fields.length > 1 && (
                  <Button onClick={() => remove(name)}>
                    {t('fundRule.use.removePrize', { number: name + 1 })}
                  </Button>
                )}
              </div>
            ))}
            <p>
              <Button disabled={fields.length >= prizesMax} onClick={() => add({ grade: 'other' })}>
                {t('fundRule.use.addPrize')}
              </Button>
            </p>
          </>
        )}
      </Form.List>
      <WholeField name={['use', 'recipients']} label={t('fundRule.use.recipients')} min={1} max={headsMax} />
    </>
  );
}
