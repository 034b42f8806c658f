import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { figureOf, type Sector, sectors } from '../../members/party/party.model.js';
import { AreaField } from '../joining/area-field.js';
import { type EnterpriseForm, enterpriseOf, type Preview, wholeOf } from './found.model.js';

interface EnterpriseStepProps {
  /** What was filled in before the person came back. */
  readonly filled: EnterpriseForm | null;
  readonly onDone: (enterprise: EnterpriseForm, preview: Preview) => void;
}

/** Which enterprise it is; at the end the platform says who decides, and what size the enterprise has. */
export function EnterpriseStep({ filled, onDone }: EnterpriseStepProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<EnterpriseForm>();
  const sector = Form.useWatch('sector', form) ?? filled?.sector;
  const preview = useCommand('unionFounding', 'post', '/union-foundings/preview');
  return (
    <CommandForm
      form={form}
      command={preview}
      input={(typed: EnterpriseForm) => ({ body: enterpriseOf(typed) })}
      submit={t('found.next1')}
      done={null}
      refused={t('found.checkAgain')}
      onDone={(found, typed) => onDone(typed, found)}
      initialValues={filled ?? {}}
    >
      <Form.Item
        name="enterpriseName"
        label={t('found.enterpriseName')}
        rules={[{ required: true, whitespace: true, message: t('found.enterpriseNameRequired') }]}
      >
        <Input maxLength={100} autoComplete="organization" />
      </Form.Item>
      <Form.Item
        name="uscc"
        label={t('found.uscc')}
        extra={t('found.usccHint')}
        validateTrigger="onBlur"
        rules={[
          { required: true, whitespace: true, message: t('found.usccRequired') },
          { pattern: /^\s*([\dA-Za-z]\s*){18}$/, message: t('found.usccFormat') },
        ]}
      >
        <Input autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={40} />
      </Form.Item>
      <WholeField name="employees" label={t('found.employees')} required={t('found.employeesRequired')} />
      <Form.Item name="sector" label={t('party.sector')} extra={t('found.sectorHint')}>
        <Choice<Sector>
          options={[
            { value: '', label: t('party.noSector') },
            ...sectors.map((value) => ({ value, label: t(`party.sectors.${value}`) })),
          ]}
        />
      </Form.Item>
      {sector !== undefined && (
        <>
          <FigureField name="revenueWan" />
          <FigureField name="assetsWan" />
        </>
      )}
      <Form.Item
        name="place"
        label={t('joining.place')}
        rules={[{ required: true, whitespace: true, message: t('joining.placeRequired') }]}
      >
        <Input maxLength={100} placeholder={t('joining.placeExample')} />
      </Form.Item>
      <Form.Item name="area" label={t('joining.area')} extra={t('joining.areaHint')}>
        <AreaField />
      </Form.Item>
    </CommandForm>
  );
}

function FigureField({ name }: { readonly name: 'revenueWan' | 'assetsWan' }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={t(`party.${name}`)}
      rules={[
        {
          validator: (_rule, typed: string | undefined) =>
            figureOf(typed) === undefined
              ? Promise.reject(new Error(t('party.figureInvalid')))
              : Promise.resolve(),
        },
      ]}
    >
      <Input inputMode="decimal" maxLength={24} autoComplete="off" />
    </Form.Item>
  );
}

interface WholeFieldProps {
  readonly name: string;
  readonly label: string;
  readonly required: string;
}

/** A number of people. */
export function WholeField({ name, label, required }: WholeFieldProps) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[
        { required: true, whitespace: true, message: required },
        {
          validator: (_rule, typed: string | undefined) =>
            !typed || wholeOf(typed) !== null
              ? Promise.resolve()
              : Promise.reject(new Error(t('found.wholeNumber'))),
        },
      ]}
    >
      <Input inputMode="numeric" maxLength={9} autoComplete="off" />
    </Form.Item>
  );
}
