import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { PlainField } from './plain-field.js';
import { ProblemsAt } from './problems-at.js';
import { kindsAt, type RuleDraft, type RuleKind, withKind } from './rule-draft.js';
import { RuleFields } from './rule-fields.js';

/** A party of the agreement, as the builder shows it. */
export interface NamedKey {
  readonly key: string;
  readonly name: string;
}

export interface RuleNodeProps {
  readonly rule: RuleDraft;
  readonly onChange: (rule: RuleDraft) => void;
  readonly parties: readonly NamedKey[];
  /** Where the node stands in what is sent. */
  readonly pointer: string;
  /** From 1 at the root. */
  readonly depth: number;
  /** What this node splits, such as “the rest”. */
  readonly title: string;
}

/** One node of the rule, with the nodes that hang on it. */
export function RuleBuilder(props: RuleNodeProps) {
  const { rule, onChange, pointer, depth, title } = props;
  const { t } = useTranslation();
  const kinds = kindsAt(depth);
  const options = (kinds.includes(rule.kind) ? kinds : [...kinds, rule.kind]).map((value) => ({
    value,
    label: t(`splitRule.kind.${value}`),
  }));
  return (
    <fieldset className="rule-node">
      <legend>{title}</legend>
      <PlainField label={t('splitRule.how')} pointer={`${pointer}/kind`}>
        {(ids) => (
          <Choice<RuleKind>
            {...ids}
            value={rule.kind}
            options={options}
            onChange={(kind) => kind !== undefined && onChange(withKind(rule, kind))}
          />
        )}
      </PlainField>
      <p className="hint">{t(`splitRule.meaning.${rule.kind}`)}</p>
      <ProblemsAt pointers={ownPointers(pointer)} />
      <RuleFields {...props} />
    </fieldset>
  );
}

/** What is said of the node as a whole, or of a part of it that is not one field. */
function ownPointers(pointer: string): string[] {
  return ['', '/weights', '/amounts', '/tiers', '/rest', '/else'].map((step) => pointer + step);
}
