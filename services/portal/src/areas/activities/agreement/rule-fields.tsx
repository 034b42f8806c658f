import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { Picked } from '../../../kit/search-picker.js';
import { PartyPicker } from '../../../session/party-picker.js';
import { MoneyField, PlainField, TextField } from './plain-field.js';
import { RuleBuilder, type RuleNodeProps } from './rule-builder.js';
import { newRule } from './rule-draft.js';
import { keyOf } from './party-names.js';
import { TierFields } from './tier-fields.js';

/** The fields of a node of this kind. */
export function RuleFields(props: RuleNodeProps) {
  switch (props.rule.kind) {
    case 'equal':
      return null;
    case 'ratio':
      return <Weights {...props} />;
    case 'headcount':
    case 'usage':
      return <Otherwise {...props} />;
    case 'fixed':
      return <Fixed {...props} />;
    case 'hostShare':
      return <HostShare {...props} />;
    case 'subsidyFirst':
      return <Subsidy {...props} />;
    case 'tiers':
      return <TierFields {...props} />;
  }
}

function Weights({ rule, onChange, parties, pointer }: RuleNodeProps) {
  const { t } = useTranslation();
  return (
    <div className="by-party">
      {parties.map(({ key, name }) => (
        <TextField
          key={key}
          label={t('splitRule.weightFor', { name })}
          pointer={`${pointer}/weights/${key}`}
          value={rule.weights[key] ?? ''}
          isNumber
          maxLength={10}
          onChange={(text) => onChange({ ...rule, weights: { ...rule.weights, [key]: text } })}
        />
      ))}
    </div>
  );
}

/** What applies where nobody came, or nothing was used. */
function Otherwise(props: RuleNodeProps) {
  const { rule, onChange } = props;
  const { t } = useTranslation();
  return (
    <>
      <Checkbox
        checked={rule.inner !== null}
        onChange={({ target }) => onChange({ ...rule, inner: target.checked ? newRule('equal') : null })}
      >
        {t(rule.kind === 'headcount' ? 'splitRule.otherwiseHeads' : 'splitRule.otherwiseUsage')}
      </Checkbox>
      {rule.inner !== null && <Inner {...props} step="else" title={t('splitRule.otherwise')} />}
    </>
  );
}

function Fixed(props: RuleNodeProps) {
  const { rule, onChange, parties, pointer } = props;
  const { t } = useTranslation();
  return (
    <>
      <div className="by-party">
        {parties.map(({ key, name }) => (
          <MoneyField
            key={key}
            label={t('splitRule.amountFor', { name })}
            pointer={`${pointer}/amounts/${key}`}
            value={rule.amounts[key] ?? ''}
            onChange={(text) => onChange({ ...rule, amounts: { ...rule.amounts, [key]: text } })}
          />
        ))}
      </div>
      <Inner {...props} step="rest" title={t('splitRule.rest')} />
    </>
  );
}

function HostShare(props: RuleNodeProps) {
  const { rule, onChange, parties, pointer } = props;
  const { t } = useTranslation();
  return (
    <>
      <div className="by-party">
        <PlainField label={t('splitRule.host')} pointer={`${pointer}/party`}>
          {(ids) => (
            <Choice
              {...ids}
              value={rule.party}
              options={[
                { value: '', label: t('splitRule.chooseParty') },
                ...parties.map(({ key, name }) => ({ value: key, label: name })),
              ]}
              onChange={(party) => onChange({ ...rule, party: party ?? '' })}
            />
          )}
        </PlainField>
        <TextField
          label={t('splitRule.percent')}
          pointer={`${pointer}/percent`}
          value={rule.percent}
          suffix="%"
          isNumber
          onChange={(percent) => onChange({ ...rule, percent })}
        />
      </div>
      <Inner {...props} step="rest" title={t('splitRule.restOfOthers')} />
    </>
  );
}

function Subsidy(props: RuleNodeProps) {
  const { rule, onChange, pointer } = props;
  const { t } = useTranslation();
  return (
    <>
      <SubsidySource {...props} />
      <div className="by-party">
        <TextField
          label={t('activityForm.optional', { label: t('splitRule.percent') })}
          pointer={`${pointer}/percent`}
          value={rule.percent}
          suffix="%"
          isNumber
          onChange={(percent) => onChange({ ...rule, percent })}
        />
        <MoneyField
          label={t('activityForm.optional', { label: t('splitRule.atMost') })}
          pointer={`${pointer}/upTo`}
          value={rule.upTo}
          onChange={(upTo) => onChange({ ...rule, upTo })}
        />
      </div>
      <Inner {...props} step="rest" title={t('splitRule.rest')} />
    </>
  );
}

/** The party that gives the subsidy, usually a union above; it is not part of the split. */
function SubsidySource({ rule, onChange, pointer }: RuleNodeProps) {
  const { t } = useTranslation();
  return (
    <PlainField label={t('splitRule.source')} pointer={`${pointer}/source`}>
      {({ id }) =>
        rule.source === '' ? (
          <PartyPicker
            id={id}
            label={t('splitRule.source')}
            kinds={['union', 'enterprise']}
            onPick={(party) => onChange({ ...rule, source: keyOf(party), sourceName: party.name })}
          />
        ) : (
          <Picked
            id={id}
            name={rule.sourceName}
            onClear={() => onChange({ ...rule, source: '', sourceName: '' })}
          />
        )
      }
    </PlainField>
  );
}

interface InnerProps extends RuleNodeProps {
  readonly step: 'rest' | 'else';
}

function Inner({ rule, onChange, step, title, ...node }: InnerProps) {
  return (
    <RuleBuilder
      rule={rule.inner ?? newRule()}
      onChange={(inner) => onChange({ ...rule, inner })}
      parties={node.parties}
      pointer={`${node.pointer}/${step}`}
      depth={node.depth + 1}
      title={title}
    />
  );
}
