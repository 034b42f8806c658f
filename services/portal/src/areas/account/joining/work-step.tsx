import { Button, Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Input } from '../../../kit/input.js';
import { Picked, SearchPicker } from '../../../kit/search-picker.js';
import { Refusal } from '../../../kit/states.js';
import { workLines } from '../../members/application/work-lines.js';
import { AreaField } from './area-field.js';
import {
  type EmployerKind,
  employerKinds,
  type FoundEnterprise,
  type Way,
  type WorkForm,
  workplaceOf,
} from './join.model.js';
import { findEnterprises, useWay } from './use-joining.js';

interface WorkStepProps {
  /** What was filled in before the person came back. */
  readonly filled: WorkForm | null;
  readonly onDone: (work: WorkForm, way: Way) => void;
}

/** Where somebody works: every answer leads on. */
export function WorkStep({ filled, onDone }: WorkStepProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<WorkForm>();
  const kind = Form.useWatch('kind', form) ?? filled?.kind ?? 'enterprise';
  const way = useWay();
  const go = (work: WorkForm): void =>
    way.mutate(workplaceOf(work), { onSuccess: (found) => onDone(work, found) });
  return (
    <Form<WorkForm>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ kind: 'enterprise', ...filled }}
      onFinish={go}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <Form.Item name="kind" noStyle>
        <KindChoice />
      </Form.Item>
      {kind === 'enterprise' && <EnterpriseFields onNotHere={() => form.setFieldValue('kind', 'notHere')} />}
      {(kind === 'notHere' || kind === 'noUnion') && (
        <Form.Item
          name="enterpriseName"
          label={t('joining.enterpriseName')}
          rules={[{ required: true, whitespace: true, message: t('joining.enterpriseNameRequired') }]}
        >
          <Input maxLength={100} autoComplete="organization" />
        </Form.Item>
      )}
      {kind === 'none' && <WorkFields onPick={(work) => form.setFieldValue('work', work)} />}
      {kind !== 'enterprise' && <PlaceFields kind={kind} />}
      {way.isError && <Refusal title={t('joining.noWay')} error={way.error} />}
      <Button type="primary" htmlType="submit" block loading={way.isPending}>
        {t('joining.next')}
      </Button>
    </Form>
  );
}

interface KindChoiceProps {
  readonly value?: EmployerKind;
  readonly onChange?: (kind: EmployerKind) => void;
}

function KindChoice({ value, onChange }: KindChoiceProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="radio-cards">
      <legend>{t('joining.kindTitle')}</legend>
      {employerKinds.map((kind) => (
        <label key={kind}>
          <input type="radio" name="kind" checked={value === kind} onChange={() => onChange?.(kind)} />
          <span>
            {t(`joining.kind.${kind}`)}
            <span className="hint">{t(`joining.kindHint.${kind}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function EnterpriseFields({ onNotHere }: { readonly onNotHere: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="enterprise"
        label={t('joining.enterprise')}
        extra={t('joining.enterpriseHint')}
        rules={[{ required: true, message: t('joining.enterpriseRequired') }]}
      >
        <EnterpriseField />
      </Form.Item>
      <p>
        <Button onClick={onNotHere}>{t('joining.notFound')}</Button>
      </p>
      <Form.Item name="employerHidden" valuePropName="checked" extra={t('joining.hiddenHint')}>
        <Checkbox>{t('joining.hidden')}</Checkbox>
      </Form.Item>
    </>
  );
}

interface EnterpriseFieldProps {
  readonly id?: string;
  readonly value?: FoundEnterprise;
  readonly onChange?: (enterprise: FoundEnterprise | undefined) => void;
}

function EnterpriseField({ id, value, onChange }: EnterpriseFieldProps) {
  const { t } = useTranslation();
  const textOf = ({ name, area, maskedCode }: FoundEnterprise): string =>
    [name, area, maskedCode].filter((part) => part !== null).join(' · ');
  if (value !== undefined)
    return (
      <>
        <Picked id={id} name={value.name} onClear={() => onChange?.(undefined)} />
        {!value.hasUnion && (
          <>
            <p className="hint">{t('joining.enterpriseWithoutUnion')}</p>
            <FoundLink />
          </>
        )}
      </>
    );
  return (
    <SearchPicker
      {...(id === undefined ? {} : { id })}
      queryKey={['party', 'application-enterprises']}
      search={findEnterprises}
      itemKey={(enterprise) => enterprise.id}
      itemText={textOf}
      onPick={(enterprise) => onChange?.(enterprise)}
    />
  );
}

/** Joining a union nearby is one way; together with colleagues they can have one of their own. */
function FoundLink() {
  const { t } = useTranslation();
  return (
    <p>
      <Link to="/found">{t('joining.toFound')}</Link>
    </p>
  );
}

/** What somebody does for nobody: in their own words, or by one tap. */
function WorkFields({ onPick }: { readonly onPick: (work: string) => void }) {
  const { t } = useTranslation();
  const choices = (
    <span className="actions" role="group" aria-label={t('joining.workChoices')}>
      {workLines.map((line) => (
        <Button key={line} onClick={() => onPick(t(`workLine.${line}`))}>
          {t(`workLine.${line}`)}
        </Button>
      ))}
    </span>
  );
  return (
    <Form.Item
      name="work"
      label={t('joining.work')}
      extra={choices}
      rules={[{ required: true, whitespace: true, message: t('joining.workRequired') }]}
    >
      <Input maxLength={100} placeholder={t('joining.workExample')} />
    </Form.Item>
  );
}

function PlaceFields({ kind }: { readonly kind: EmployerKind }) {
  const { t } = useTranslation();
  return (
    <>
      {kind === 'noUnion' && <FoundLink />}
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
    </>
  );
}
