import './sign-up-form.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { PlainField, TextField } from '../agreement/plain-field.js';
import { answerReaders, type Designed, hasOptions, newOption, ofKind, optionsMax } from './designed.model.js';
import { type QuestionKind, questionKinds } from './question.model.js';

interface DesignedQuestionProps {
  readonly question: Designed;
  readonly index: number;
  /** Neither asked for each head nor read by some alone. */
  readonly isPlain: boolean;
  readonly isLast: boolean;
  readonly onChange: (question: Designed) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One question, with buttons that move and remove it. */
export function DesignedQuestion(props: DesignedQuestionProps) {
  const { t } = useTranslation();
  const { question, index, isPlain, onChange } = props;
  const at = `/questions/${index}`;
  const put = (part: Partial<Designed>): void => onChange({ ...question, ...part });
  return (
    <fieldset className="designed" tabIndex={-1}>
      <legend>{t('signUpForm.question', { number: index + 1 })}</legend>
      <TextField
        label={t('signUpForm.titleLabel')}
        pointer={`${at}/title`}
        value={question.title}
        maxLength={200}
        onChange={(title) => put({ title })}
      />
      <KindAndReader question={question} at={at} onPut={put} isPlain={isPlain} />
      <KindParts question={question} at={at} onPut={put} />
      <TextField
        label={t('signUpForm.helpLabel')}
        pointer={`${at}/help`}
        value={question.help}
        maxLength={500}
        onChange={(help) => put({ help })}
      />
      <div className="boxes">
        <Box
          label={t('signUpForm.required')}
          checked={question.required}
          onChange={(required) => put({ required })}
        />
        {!isPlain && (
          <Box
            label={t('signUpForm.perHead')}
            checked={question.perHead}
            onChange={(perHead) => put({ perHead })}
          />
        )}
      </div>
      <Places {...props} />
    </fieldset>
  );
}

function KindAndReader({ question, at, onPut, isPlain }: PartsProps & { readonly isPlain: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <PlainField label={t('signUpForm.kindLabel')} pointer={`${at}/kind`}>
        {(ids) => (
          <Choice<QuestionKind>
            {...ids}
            value={question.kind}
            options={questionKinds.map((value) => ({ value, label: t(`signUpForm.kind.${value}`) }))}
            onChange={(kind) => onPut(ofKind(question, kind ?? question.kind))}
          />
        )}
      </PlainField>
      {!isPlain && (
        <PlainField label={t('signUpForm.visibleToLabel')} pointer={`${at}/visibleTo`}>
          {(ids) => (
            <Choice<Designed['visibleTo']>
              {...ids}
              value={question.visibleTo}
              options={answerReaders.map((value) => ({ value, label: t(`signUpForm.reader.${value}`) }))}
              onChange={(visibleTo) => onPut({ visibleTo: visibleTo ?? question.visibleTo })}
            />
          )}
        </PlainField>
      )}
    </div>
  );
}

function Places({ index, isLast, onMove, onRemove }: DesignedQuestionProps) {
  const { t } = useTranslation();
  const number = index + 1;
  return (
    <div className="actions">
      <Button disabled={index === 0} aria-label={t('signUpForm.up', { number })} onClick={() => onMove(-1)}>
        {t('signUpForm.moveUp')}
      </Button>
      <Button disabled={isLast} aria-label={t('signUpForm.down', { number })} onClick={() => onMove(1)}>
        {t('signUpForm.moveDown')}
      </Button>
      <ConfirmButton
        danger
        aria-label={t('signUpForm.remove', { number })}
        question={t('signUpForm.removeQuestion')}
        confirmText={t('signUpForm.removeYes')}
        onConfirm={onRemove}
      >
        {t('signUpForm.removeShort')}
      </ConfirmButton>
    </div>
  );
}

interface BoxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Box({ label, checked, onChange }: BoxProps) {
  return (
    <label className="box">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}

interface PartsProps {
  readonly question: Designed;
  readonly at: string;
  readonly onPut: (part: Partial<Designed>) => void;
}

/** The fields of some kinds of questions only. */
function KindParts(props: PartsProps) {
  const { question } = props;
  return (
    <>
      {hasOptions(question.kind) && <OptionList {...props} />}
      {question.kind === 'choices' && <NumberParts {...props} parts={['minPicks', 'maxPicks']} />}
      {question.kind === 'number' && <NumberParts {...props} parts={['min', 'max', 'unit']} />}
    </>
  );
}

interface NumberPartsProps extends PartsProps {
  readonly parts: readonly ('min' | 'max' | 'unit' | 'minPicks' | 'maxPicks')[];
}

function NumberParts({ question, at, onPut, parts }: NumberPartsProps) {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      {parts.map((part) => (
        <TextField
          key={part}
          label={t(`signUpForm.${part}`)}
          pointer={`${at}/${part}`}
          value={question[part]}
          isNumber={part !== 'unit'}
          onChange={(text) => onPut({ [part]: text })}
        />
      ))}
    </div>
  );
}

function OptionList({ question, at, onPut }: PartsProps) {
  const { t } = useTranslation();
  const { options } = question;
  return (
    <>
      {options.map((option, index) => (
        <div key={option.id} className="option-row">
          <TextField
            label={t('signUpForm.optionLabel', { number: index + 1 })}
            pointer={`${at}/options/${index}/label`}
            value={option.label}
            maxLength={100}
            onChange={(label) =>
              onPut({ options: options.map((one) => (one.id === option.id ? { ...one, label } : one)) })
            }
          />
          {options.length > 2 && (
            <Button
              aria-label={t('signUpForm.removeOption', { number: index + 1 })}
              onClick={() => onPut({ options: options.filter(({ id }) => id !== option.id) })}
            >
              {t('signUpForm.removeShort')}
            </Button>
          )}
        </div>
      ))}
      {options.length < optionsMax && (
        <p>
          <Button onClick={() => onPut({ options: [...options, newOption(options)] })}>
            {t('signUpForm.addOption')}
          </Button>
        </p>
      )}
    </>
  );
}
