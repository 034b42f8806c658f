import '../../../kit/styles/checks.css';
import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { Input } from '../../../kit/input.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { type FindableKind, PickedParty } from '../../../session/party-picker.js';
import { NamedField, type NamedFieldProps } from '../../../session/named-field.js';
import { figures, type Grantee, granteeKinds, nearnesses, sizeClasses } from './grant-values.js';

const exceptionsMax = 50;
const parties: Readonly<Partial<Record<Grantee['kind'], readonly [string, readonly FindableKind[]]>>> = {
  union: ['unionId', ['union']],
  subtree: ['unionId', ['union']],
  party: ['party', ['enterprise', 'organisation', 'club']],
  club: ['clubId', ['club']],
};

/** Whom a right reaches: those it names, narrowed by size, with exceptions. */
export function GranteeFields() {
  const { t } = useTranslation();
  const kind = Form.useWatch(['to', 'kind']) as Grantee['kind'] | undefined;
  const named = kind === undefined ? undefined : parties[kind];
  return (
    <>
      <Form.Item
        name={['to', 'kind']}
        label={t('resource.grant.to')}
        extra={kind && t(`grants.kindHint.${kind}`)}
      >
        <Choice options={granteeKinds.map((value) => ({ value, label: t(`grants.kind.${value}`) }))} />
      </Form.Item>
      {named !== undefined && <PartyItem key={kind} field={named[0]} kinds={named[1]} />}
      {kind === 'sizeClass' && <SizeItem />}
      {kind === 'neighbours' && <NeighbourItems />}
      {kind !== 'sizeClass' && kind !== 'union' && (
        <Form.Item name={['to', 'onlySizes']} label={t('grants.onlySizes')}>
          <Checkbox.Group
            className="checks"
            options={sizeClasses.map((value) => ({ value, label: t(`resource.grant.size.${value}`) }))}
          />
        </Form.Item>
      )}
      {kind !== 'union' && (
        <Form.Item name={['to', 'exceptUnionIds']} label={t('grants.except')}>
          <ExceptField />
        </Form.Item>
      )}
    </>
  );
}

interface PartyItemProps {
  readonly field: string;
  readonly kinds: readonly FindableKind[];
}

function PartyItem({ field, kinds }: PartyItemProps) {
  const { t } = useTranslation();
  const label = t(field === 'unionId' ? 'resource.grant.union' : 'grants.party');
  return (
    <Form.Item
      name={['to', field]}
      label={label}
      rules={[{ required: true, message: t('grants.partyRequired') }]}
    >
      <PickedParty label={label} kinds={kinds} />
    </Form.Item>
  );
}

function SizeItem() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={['to', 'sizeClass']}
      label={t('resource.grant.sizeLabel')}
      rules={[{ required: true, message: t('resource.grant.sizeRequired') }]}
    >
      <Choice
        options={[
          { value: '' as const, label: t('resource.choose') },
          ...sizeClasses.map((value) => ({ value, label: t(`resource.grant.size.${value}`) })),
        ]}
      />
    </Form.Item>
  );
}

function NeighbourItems() {
  const { t } = useTranslation();
  const nearness = Form.useWatch(['to', 'nearness']) as (typeof nearnesses)[number] | undefined;
  return (
    <div className="two-columns">
      <Form.Item name={['to', 'nearness']} label={t('grants.nearness')} initialValue="withinKm">
        <Choice options={nearnesses.map((value) => ({ value, label: t(`grants.nearnessIs.${value}`) }))} />
      </Form.Item>
      {nearness !== 'samePark' && (
        <Form.Item
          name={['to', 'withinKm']}
          label={t('grants.withinKm')}
          rules={[wholeNumberRule(1, figures.withinKm, t('grants.figure', { max: figures.withinKm }))]}
        >
          <Input inputMode="numeric" maxLength={3} />
        </Form.Item>
      )}
    </div>
  );
}

function ExceptField(props: NamedFieldProps) {
  const { t } = useTranslation();
  return <NamedField {...props} kind="union" max={exceptionsMax} label={t('grants.addExcept')} />;
}
