import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { PageHead } from '../../../kit/page-head.js';
import { periodOf } from '../../../kit/period.js';
import type { IndicatorSystem } from '../indicator-system/use-indicator-systems.js';
import { Input } from '../../../kit/input.js';
import { wholeNumberOf, wholeNumberRule } from '../../../kit/whole-number.js';
import { PeriodFields, SubjectKindField, SystemField, WithSystems } from '../score/score-fields.js';

type NewRanking = components['schemas']['CreateRankingRequest'];

/** As it is typed: numbers are text, and what is not chosen is not there. */
type Typed = Omit<NewRanking, 'title' | 'minimumAnswers'> & {
  readonly title?: string;
  readonly minimumAnswers?: string;
};

const answersMax = 1_000_000;
const usual = {
  subjectKind: 'activity',
  method: 'score',
  scaling: 'vector',
  groupBy: 'none',
  minimumAnswers: '0',
} as const;

/** Ranks the newest scores of what ended in a period. */
export function NewRankingPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('ranking.new')} back="/rankings" />
      <p className="hint">{t('rankingLife.noPersons')}</p>
      <WithSystems>{(systems) => <RankingForm systems={systems} />}</WithSystems>
    </>
  );
}

function bodyOf({ scaling, title = '', minimumAnswers, ...values }: Typed): NewRanking {
  return {
    ...values,
    ...(title.trim() !== '' && { title: title.trim() }),
    minimumAnswers: wholeNumberOf(minimumAnswers, 0, answersMax) ?? 0,
    ...(values.method === 'topsis' && { scaling: scaling ?? 'vector' }),
  };
}

function RankingForm({ systems }: { readonly systems: readonly IndicatorSystem[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Typed>();
  const method = Form.useWatch<NewRanking['method'] | undefined>('method', form);
  const kind = Form.useWatch<NewRanking['subjectKind'] | undefined>('subjectKind', form);
  const rank = useCommand('ranking', 'post', '/rankings');
  return (
    <CommandForm
      command={rank}
      input={(typed: Typed) => ({ body: bodyOf(typed) })}
      submit={t('ranking.rank')}
      refused={t('ranking.refused')}
      onDone={({ id }) => void navigate(`/rankings/${id}`, { replace: true })}
      form={form}
      className="card"
      initialValues={{ ...periodOf(new URLSearchParams(), new Date()), ...usual }}
    >
      <WhatIsRanked systems={systems} />
      <HowIsRanked hasScaling={method === 'topsis'} />
      <Fairness isOfActivities={kind === 'activity'} />
    </CommandForm>
  );
}

function WhatIsRanked({ systems }: { readonly systems: readonly IndicatorSystem[] }) {
  const { t } = useTranslation();
  return (
    <>
      <SystemField systems={systems} />
      <div className="two-columns">
        <SubjectKindField label={t('rankingLife.subjectKind')} />
        <Form.Item name="title" label={t('rankingLife.title')} extra={t('rankingLife.titleHint')}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <PeriodFields />
    </>
  );
}

function HowIsRanked({ hasScaling }: { readonly hasScaling: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="method" label={t('ranking.methodLabel')} extra={t('ranking.methodHint')}>
        <Choice
          options={(['score', 'topsis'] as const).map((value) => ({
            value,
            label: t(`ranking.method.${value}`),
          }))}
        />
      </Form.Item>
      {hasScaling && (
        <Form.Item name="scaling" label={t('ranking.scalingLabel')} extra={t('ranking.scalingHint')}>
          <Choice
            options={(['vector', 'minMax'] as const).map((value) => ({
              value,
              label: t(`ranking.scaling.${value}`),
            }))}
          />
        </Form.Item>
      )}
    </>
  );
}

/** Like is compared with like, and nothing by the word of a few. */
function Fairness({ isOfActivities }: { readonly isOfActivities: boolean }) {
  const { t } = useTranslation();
  const groupings = isOfActivities
    ? (['none', 'sizeClass', 'business', 'function'] as const)
    : (['none', 'sizeClass'] as const);
  return (
    <div className="two-columns">
      <Form.Item name="groupBy" label={t('rankingLife.groupBy')} extra={t('rankingLife.groupByHint')}>
        <Choice options={groupings.map((value) => ({ value, label: t(`rankingLife.groupings.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="minimumAnswers"
        label={t('rankingLife.minimumAnswers')}
        extra={t('rankingLife.minimumAnswersHint')}
        rules={[wholeNumberRule(0, answersMax, t('rankingLife.minimumAnswersRule'))]}
      >
        <Input inputMode="numeric" maxLength={7} />
      </Form.Item>
    </div>
  );
}
