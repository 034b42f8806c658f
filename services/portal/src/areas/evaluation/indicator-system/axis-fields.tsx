import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Input } from '../../../kit/input.js';
import { axesMax, replaceAt } from './indicator-leaf.model.js';
import type { LeafFieldsProps } from './leaf-fields.js';
import { Labelled } from './labelled.js';

/** Axes of the union's own, beside resource function and business. */
export function AxisFields({ leaf, onChange }: LeafFieldsProps) {
  const { t } = useTranslation();
  const axes = leaf.axes ?? [];
  const change = (next: typeof axes, field: string): void => onChange({ ...leaf, axes: next }, field);
  return (
    <fieldset className="leaf-list">
      <legend>{t('indicatorDesign.axes')}</legend>
      {axes.map((one, place) => (
        <div key={place} className="leaf-line">
          {(['axis', 'value'] as const).map((field) => (
            <Labelled key={field} text={t(`indicatorDesign.axisField.${field}`, { number: place + 1 })}>
              <Input
                value={one[field]}
                maxLength={40}
                onChange={({ target }) =>
                  change(replaceAt(axes, place, { [field]: target.value }), `${field} of axis ${place}`)
                }
              />
            </Labelled>
          ))}
          <Button
            onClick={() =>
              change(
                axes.filter((_one, index) => index !== place),
                `no axis ${place}`,
              )
            }
          >
            {t('indicatorDesign.removeAxis', { number: place + 1 })}
          </Button>
        </div>
      ))}
      <Button
        disabled={axes.length >= axesMax}
        onClick={() => change([...axes, { axis: '', value: '' }], `axis ${axes.length}`)}
      >
        {t('indicatorDesign.addAxis')}
      </Button>
    </fieldset>
  );
}
