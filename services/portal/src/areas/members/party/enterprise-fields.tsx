import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { figureNames, type FigureName, figureOf, type Sector, sectors } from './party.model.js';
import { SizeHint } from './size-hint.js';
import { Input } from '../../../kit/input.js';

/** Name, sector and figures, with the size class that follows from them. */
export function EnterpriseName() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="name"
      label={t('party.name')}
      rules={[{ required: true, whitespace: true, message: t('party.nameRequired') }]}
    >
      <Input maxLength={200} autoComplete="off" />
    </Form.Item>
  );
}

export function SizeFields() {
  const { t } = useTranslation();
  return (
    <>
      <div className="two-columns">
        <Form.Item name="sector" label={t('party.sector')}>
          <Choice<Sector>
            options={[
              { value: '', label: t('party.noSector') },
              ...sectors.map((sector) => ({ value: sector, label: t(`party.sectors.${sector}`) })),
            ]}
          />
        </Form.Item>
        {figureNames.map((name) => (
          <FigureField key={name} name={name} />
        ))}
      </div>
      <SizeHint />
    </>
  );
}

function FigureField({ name }: { readonly name: FigureName }) {
  const { t } = useTranslation();
  const isHeads = name === 'employees';
  const check = (text: string | undefined): Promise<void> => {
    const figure = figureOf(text);
    const isRight = figure === null || (figure !== undefined && (!isHeads || Number.isInteger(figure)));
    const message = t(isHeads ? 'party.headsInvalid' : 'party.figureInvalid');
    return isRight ? Promise.resolve() : Promise.reject(new Error(message));
  };
  return (
    <Form.Item
      name={name}
      label={t(`party.${name}`)}
      rules={[{ validator: (_rule, text: string | undefined) => check(text) }]}
    >
      <Input inputMode={isHeads ? 'numeric' : 'decimal'} maxLength={24} autoComplete="off" />
    </Form.Item>
  );
}
