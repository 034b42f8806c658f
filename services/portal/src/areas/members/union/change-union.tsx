import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { IdentifierHint } from '../party/identifier-hint.js';
import {
  changeOf,
  formOf,
  latitudePattern,
  longitudePattern,
  saysPlace,
  type Union,
  type UnionForm,
  type UnionTier,
  unionTiers,
} from './union-form.model.js';

interface ChangeUnionProps {
  readonly union: Union;
  readonly onClose: () => void;
}

/** After a conflict the typed values stay, and only the version is taken from the union that is shown then. */
export function ChangeUnion({ union, onClose }: ChangeUnionProps) {
  const { t } = useTranslation();
  const change = useCommand('union', 'patch', '/unions/{unionId}', { onStale: 'refuse' });
  return (
    <section className="card" aria-labelledby="change-union-title">
      <h2 id="change-union-title">{t('union.change')}</h2>
      <CommandForm
        command={change}
        input={(values: UnionForm) => ({
          unionId: union.id,
          version: union.version,
          body: changeOf({ ...formOf(union), ...values }),
        })}
        submit={t('common.save')}
        refused={t('union.changeRefused')}
        onDone={onClose}
        onCancel={onClose}
        cancel={t('union.close')}
        initialValues={formOf(union)}
      >
        <Form.Item
          name="name"
          label={t('union.name')}
          rules={[{ required: true, whitespace: true, message: t('union.nameRequired') }]}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <CodeField />
        <TierField />
        <PlaceFields />
      </CommandForm>
    </section>
  );
}

function CodeField() {
  const { t } = useTranslation();
  const uscc = Form.useWatch('uscc', Form.useFormInstance<UnionForm>());
  return (
    <Form.Item
      name="uscc"
      label={t('union.usccOptional')}
      extra={
        <>
          {t('union.usccChangeHint')} <IdentifierHint kind="uscc" value={uscc ?? ''} />
        </>
      }
    >
      <Input maxLength={40} autoComplete="off" />
    </Form.Item>
  );
}

export function TierField() {
  const { t } = useTranslation();
  return (
    <Form.Item name="tier" label={t('union.tier')} extra={t('union.tierHint')}>
      <Choice<UnionTier>
        options={[
          { value: '', label: t('union.noTier') },
          ...unionTiers.map((value) => ({ value, label: t(`union.tiers.${value}`) })),
        ]}
      />
    </Form.Item>
  );
}

/** Both degrees or none: no distance can be computed from an address alone. */
function PlaceFields() {
  const { t } = useTranslation();
  const place = Form.useWatch('place', Form.useFormInstance<UnionForm>()) as UnionForm['place'] | undefined;
  const required = place !== undefined && saysPlace(place);
  const degrees = [
    ['longitude', longitudePattern],
    ['latitude', latitudePattern],
  ] as const;
  return (
    <div role="group" aria-labelledby="union-place-title">
      <h3 id="union-place-title">{t('union.place')}</h3>
      <p className="hint">{t('union.placeHint')}</p>
      <div className="two-columns">
        {degrees.map(([name, pattern]) => (
          <Form.Item
            key={name}
            name={['place', name]}
            label={t(`union.${name}`)}
            rules={[{ required, pattern, message: t(`union.${name}Format`) }]}
          >
            <Input inputMode="decimal" maxLength={16} autoComplete="off" />
          </Form.Item>
        ))}
      </div>
      <Form.Item name={['place', 'address']} label={t('union.address')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </div>
  );
}
