import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fenOf, yuanOf } from '../../../i18n/format.js';
import { Choice } from '../../../kit/choice.js';
import { MoneyField, PlainField, TextField } from '../../activities/agreement/plain-field.js';
import { namesOf } from '../matter/step.model.js';
import { sharesMax, type Step } from './service.model.js';
import type { StepProps } from './step-list.js';

/** What a step of a kind has to say, and no other. */
export function StepSettings(props: StepProps) {
  switch (props.step.kind) {
    case 'statements':
      return <Count {...props} setting="people" max={20} />;
    case 'publicNotice':
      return <Count {...props} setting="days" max={60} />;
    case 'signatures':
      return <SignersQuestion {...props} />;
    case 'ballot':
      return <Ballot {...props} />;
    case 'opinions':
      return <Bodies {...props} />;
    case 'reward':
      return <Reward {...props} />;
    case 'outsideDecision':
      return <OutsideBody {...props} />;
    default:
      return null;
  }
}

interface CountProps extends StepProps {
  readonly setting: 'people' | 'days';
  readonly max: number;
}

function Count({ step, index, onPut, setting, max }: CountProps) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t(`matterStep.${setting}`)}
      pointer={`/steps/${index}/${setting}`}
      value={step[setting] ? String(step[setting]) : ''}
      isNumber
      maxLength={2}
      onChange={(text) => {
        const count = Number(text.normalize('NFKC'));
        onPut({ ...step, [setting]: count >= 1 && count <= max ? count : null });
      }}
    />
  );
}

function SignersQuestion({ step, index, questions, onPut }: StepProps) {
  const { t } = useTranslation();
  return (
    <PlainField label={t('matterStep.question')} pointer={`/steps/${index}/question`}>
      {(ids) => (
        <Choice<string>
          {...ids}
          value={step.question ?? ''}
          options={[
            { value: '', label: t('matterStep.questionNone') },
            ...questions
              .filter(({ kind }) => kind === 'number')
              .map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onChange={(question) => onPut({ ...step, question: question ?? null })}
        />
      )}
    </PlainField>
  );
}

function Ballot({ step, index, onPut }: StepProps) {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <PlainField label={t('matterStep.quorum')} pointer={`/steps/${index}/quorum`}>
        {(ids) => (
          <Choice<NonNullable<Step['quorum']>>
            {...ids}
            {...(step.quorum ? { value: step.quorum } : {})}
            options={[
              { value: '', label: t('common.choose') },
              ...(['half', 'twoThirds'] as const).map((value) => ({
                value,
                label: t(`matterStep.quorumOption.${value}`),
              })),
            ]}
            onChange={(quorum) => onPut({ ...step, quorum: quorum ?? null })}
          />
        )}
      </PlainField>
      <PlainField label={t('matterStep.majority')} pointer={`/steps/${index}/majority`}>
        {(ids) => (
          <Choice<NonNullable<Step['majority']>>
            {...ids}
            {...(step.majority ? { value: step.majority } : {})}
            options={[
              { value: '', label: t('common.choose') },
              ...(['present', 'all', 'halfOfAll'] as const).map((value) => ({
                value,
                label: t(`matterStep.majorityOption.${value}`),
              })),
            ]}
            onChange={(majority) => onPut({ ...step, majority: majority ?? null })}
          />
        )}
      </PlainField>
    </div>
  );
}

/** What is typed stays as it is typed, while the names are read from it. */
function Bodies({ step, index, onPut }: StepProps) {
  const { t } = useTranslation();
  const [text, setText] = useState((step.bodies ?? []).join(t('matter.comma')));
  return (
    <TextField
      label={t('matterStep.bodies')}
      pointer={`/steps/${index}/bodies`}
      value={text}
      maxLength={600}
      onChange={(typed) => {
        setText(typed);
        onPut({ ...step, bodies: namesOf(typed) });
      }}
    />
  );
}

function OutsideBody({ step, index, onPut }: StepProps) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t('matterStep.outsideBody')}
      pointer={`/steps/${index}/body`}
      value={step.body ?? ''}
      maxLength={60}
      onChange={(body) => onPut({ ...step, body: body === '' ? null : body })}
    />
  );
}

function Reward({ step, index, onPut }: StepProps) {
  const { t } = useTranslation();
  const [cap, setCap] = useState(step.cap ? yuanOf(step.cap.amount) : '');
  const shares = step.shares ?? [];
  const put = (at: number, part: Partial<(typeof shares)[number]>): void =>
    onPut({ ...step, shares: shares.map((share, place) => (place === at ? { ...share, ...part } : share)) });
  return (
    <>
      <div className="two-columns">
        <TextField
          label={t('matterStep.rate')}
          pointer={`/steps/${index}/rate`}
          value={step.rate ? String(step.rate) : ''}
          isNumber
          maxLength={4}
          onChange={(text) => onPut({ ...step, rate: Number(text.normalize('NFKC')) || null })}
        />
        <MoneyField
          label={t('matterStep.cap')}
          pointer={`/steps/${index}/cap`}
          value={cap}
          onChange={(typed) => {
            setCap(typed);
            const amount = fenOf(typed);
            onPut({ ...step, cap: amount === null ? null : { amount, currency: 'CNY' } });
          }}
        />
      </div>
      {shares.map((share, at) => (
        // A share has no id: it is what stands at its place.
        <div key={at} className="option-row">
          <TextField
            label={t('matterStep.share', { number: at + 1 })}
            pointer={`/steps/${index}/shares/${at}/label`}
            value={share.label}
            maxLength={40}
            onChange={(label) => put(at, { label })}
          />
          <TextField
            label={t('matterStep.weight', { number: at + 1 })}
            pointer={`/steps/${index}/shares/${at}/weight`}
            value={share.weight ? String(share.weight) : ''}
            isNumber
            maxLength={5}
            onChange={(text) => put(at, { weight: Number(text.normalize('NFKC')) || 0 })}
          />
          <Button
            aria-label={t('matterStep.removeShare', { number: at + 1 })}
            onClick={() => onPut({ ...step, shares: shares.filter((_share, place) => place !== at) })}
          >
            {t('serviceDesign.remove')}
          </Button>
        </div>
      ))}
      {shares.length < sharesMax && (
        <p>
          <Button onClick={() => onPut({ ...step, shares: [...shares, { label: '', weight: 1 }] })}>
            {t('matterStep.addShare')}
          </Button>
        </p>
      )}
    </>
  );
}
