import './sign-up-form.css';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { Input, TextArea } from '../../../kit/input.js';
import type { AskedQuestion } from './question.model.js';
import { useHeadName } from './use-head-name.js';

interface QuestionFieldsProps {
  readonly questions: readonly AskedQuestion[];
  /** The names of those who come along, as far as they are known. */
  readonly companions: readonly (string | undefined)[];
}

/** The questions of a form as fields of the Ant Design form around it, under the name `answers`. */
export function QuestionFields({ questions, companions }: QuestionFieldsProps) {
  const headOf = useHeadName(companions);
  const heads = 1 + companions.length;
  return questions.map((question) =>
    question.perHead ? (
      Array.from({ length: heads }, (_unused, head) => (
        <OneField
          key={`${question.id} ${head}`}
          question={question}
          name={['answers', question.id, head]}
          {...(heads > 1 ? { head: headOf(head) } : {})}
        />
      ))
    ) : (
      <OneField key={question.id} question={question} name={['answers', question.id]} />
    ),
  );
}

interface OneFieldProps {
  readonly question: AskedQuestion;
  readonly name: (string | number)[];
  readonly head?: string;
}

function OneField({ question, name, head }: OneFieldProps) {
  const { t } = useTranslation();
  const { title, unit, required, help, visibleTo } = question;
  const named = head === undefined ? title : t('signUpForm.ask.ofHead', { title, head });
  const withUnit = unit ? t('signUpForm.ask.withUnit', { title: named, unit }) : named;
  return (
    <Form.Item
      name={name}
      className="asked"
      rules={[
        {
          // Checked here, so that the first press names all that is missing, and a mended one is red no longer.
          validator: (_rule, value: unknown) =>
            required && isBlank(value)
              ? Promise.reject(new Error(t('signUpForm.ask.required')))
              : Promise.resolve(),
        },
      ]}
      label={required ? withUnit : t('signUpForm.ask.optional', { title: withUnit })}
      extra={[help, visibleTo && t(`signUpForm.readBy.${visibleTo}`)]
        .filter(Boolean)
        .join(t('common.separator'))}
    >
      <Control question={question} label={withUnit} />
    </Form.Item>
  );
}

function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

interface ControlProps {
  readonly question: AskedQuestion;
  readonly label: string;
  readonly id?: string;
  readonly value?: string & readonly string[];
  readonly onChange?: (value: unknown) => void;
}

/** Receives value and handlers from its Form.Item. */
function Control({ question, label, value, onChange, ...rest }: ControlProps) {
  const { t } = useTranslation();
  const text = {
    ...rest,
    value: value ?? '',
    onChange: (event: { target: { value: string } }) => onChange?.(event.target.value),
  };
  switch (question.kind) {
    case 'longText':
      return <TextArea {...text} rows={3} maxLength={1_000} />;
    case 'number':
      return <Input {...text} inputMode="decimal" maxLength={20} className="short-field" />;
    case 'date':
      return <Input {...text} type="date" className="date-field" />;
    case 'phone':
      return <Input {...text} type="tel" inputMode="tel" autoComplete="tel" maxLength={30} />;
    case 'choice':
      return <Options {...rest} value={value} onChange={onChange} options={optionsOf(question)} />;
    case 'yesNo': {
      const options = (['yes', 'no'] as const).map((one) => ({
        value: one,
        label: t(`signUpForm.ask.${one}`),
      }));
      return <Options {...rest} value={value} onChange={onChange} options={options} />;
    }
    case 'choices':
      return (
        <Boxes
          {...rest}
          label={label}
          value={value ?? []}
          onChange={onChange}
          options={optionsOf(question)}
        />
      );
    default:
      return <Input {...text} maxLength={100} />;
  }
}

interface OptionsProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: ((value: unknown) => void) | undefined;
}

function Options({
  options,
  value,
  onChange,
  ...rest
}: OptionsProps & { readonly value: string | undefined }) {
  const { t } = useTranslation();
  return (
    <Choice<string>
      {...rest}
      {...(value === undefined ? {} : { value })}
      options={[{ value: '', label: t('signUpForm.ask.choose') }, ...options]}
      onChange={(chosen) => onChange?.(chosen)}
    />
  );
}

interface BoxesProps extends OptionsProps {
  readonly id?: string;
  readonly label: string;
  readonly value: readonly string[];
}

function Boxes({ id, label, options, value, onChange }: BoxesProps) {
  const toggle = (option: string): void =>
    onChange?.(value.includes(option) ? value.filter((one) => one !== option) : [...value, option]);
  return (
    <div id={id} role="group" aria-label={label} tabIndex={-1} className="boxes">
      {options.map((option) => (
        <label key={option.value} className="box">
          <input
            type="checkbox"
            checked={value.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}

function optionsOf({ options }: AskedQuestion): { value: string; label: string }[] {
  return (options ?? []).map(({ id, label }) => ({ value: id, label }));
}
