import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { Input } from '../../../kit/input.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { type CallWay, callWays } from './call.model.js';
import {
  awardCountMax,
  awardsMax,
  criteriaMax,
  nameMax,
  percentOf,
  perPersonMax,
  type TypedCriterion,
  weightsOf,
} from './call-values.js';

const whole = 100;

/** Who decides on the places and by what, and what they are given. */
export function DecisionFields() {
  const { t } = useTranslation();
  const way = Form.useWatch<CallWay | undefined>('way') ?? 'both';
  return (
    <>
      <Form.Item name="way" label={t('works.way')}>
        <Choice<CallWay>
          options={callWays.map((value) => ({ value, label: t(`works.wayOption.${value}`) }))}
        />
      </Form.Item>
      {way !== 'votes' && <Criteria />}
      {way !== 'jury' && (
        <div className="two-columns">
          <Form.Item
            name="votesPerPerson"
            label={t('works.votesPerPerson')}
            extra={t('works.votesHint')}
            rules={[wholeNumberRule(1, perPersonMax, t('works.countInvalid', { min: 1, max: perPersonMax }))]}
          >
            <Input maxLength={2} inputMode="numeric" />
          </Form.Item>
          {way === 'both' && <VoteShare />}
        </div>
      )}
      <Awards />
    </>
  );
}

/** The jury has the rest; with all of it there would be no jury. */
function VoteShare() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="voteShare"
      label={t('works.voteShare')}
      extra={t('works.voteShareHint')}
      rules={[
        {
          validator: (_rule, text?: string) =>
            (percentOf(text) ?? whole) < whole
              ? Promise.resolve()
              : Promise.reject(new Error(t('works.shareInvalid'))),
        },
      ]}
    >
      <Input maxLength={4} inputMode="decimal" suffix="%" />
    </Form.Item>
  );
}

function Criteria() {
  const { t } = useTranslation();
  const format = useFormat();
  const isWhole = (_rule: unknown, criteria: readonly (TypedCriterion | undefined)[] = []): Promise<void> => {
    const sum = weightsOf(criteria);
    return sum === whole
      ? Promise.resolve()
      : Promise.reject(new Error(t('works.weightsInvalid', { sum: format.number(sum) })));
  };
  return (
    <Form.List name="criteria" rules={[{ validator: isWhole }]}>
      {(fields, { add, remove }, { errors }) => (
        <fieldset className="companion">
          <legend>{t('works.criteria')}</legend>
          <p className="hint">{t('works.criteriaHint')}</p>
          {fields.map(({ key, name }) => (
            <Line
              key={key}
              removal={fields.length > 1 && t('works.removeCriterion', { number: name + 1 })}
              onRemove={() => remove(name)}
            >
              <Form.Item
                name={[name, 'name']}
                label={t('works.criterionNumber', { number: name + 1 })}
                rules={[{ required: true, whitespace: true, message: t('works.nameRequired') }]}
              >
                <Input maxLength={nameMax} />
              </Form.Item>
              <Form.Item
                name={[name, 'weight']}
                label={t('works.weight')}
                rules={[
                  {
                    validator: (_rule, text?: string) =>
                      (percentOf(text) ?? 0) > 0
                        ? Promise.resolve()
                        : Promise.reject(new Error(t('works.weightInvalid'))),
                  },
                ]}
              >
                <Input maxLength={5} inputMode="decimal" suffix="%" />
              </Form.Item>
            </Line>
          ))}
          <Form.ErrorList errors={errors} />
          {fields.length < criteriaMax && <Button onClick={() => add({})}>{t('works.addCriterion')}</Button>}
        </fieldset>
      )}
    </Form.List>
  );
}

function Awards() {
  const { t } = useTranslation();
  const isCount = wholeNumberRule(1, awardCountMax, t('works.countInvalid', { min: 1, max: awardCountMax }));
  return (
    <Form.List name="awards">
      {(fields, { add, remove }) => (
        <fieldset className="companion">
          <legend>{t('works.awards')}</legend>
          <p className="hint">{t('works.awardsHint')}</p>
          {fields.map(({ key, name }) => (
            <Line
              key={key}
              removal={t('works.removeAward', { number: name + 1 })}
              onRemove={() => remove(name)}
            >
              <Form.Item
                name={[name, 'name']}
                label={t('works.awardNumber', { number: name + 1 })}
                rules={[{ required: true, whitespace: true, message: t('works.nameRequired') }]}
              >
                <Input maxLength={nameMax} />
              </Form.Item>
              <Form.Item name={[name, 'count']} label={t('works.awardCount')} rules={[isCount]}>
                <Input maxLength={3} inputMode="numeric" />
              </Form.Item>
            </Line>
          ))}
          {fields.length < awardsMax && (
            <Button onClick={() => add({ count: '1' })}>{t('works.addAward')}</Button>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}

interface LineProps {
  /** What is read aloud of the button that takes the line away; without words there is none. */
  readonly removal: string | false;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

function Line({ removal, onRemove, children }: LineProps) {
  const { t } = useTranslation();
  return (
    <div className="call-line">
      {children}
      {removal !== false && (
        <Button aria-label={removal} onClick={onRemove}>
          {t('works.remove')}
        </Button>
      )}
    </div>
  );
}
