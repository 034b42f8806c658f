import '../../../kit/styles/ranking.css';
import { Alert, Button, Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Choice } from '../../../kit/choice.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';
import { wholeNumberOf, wholeNumberRule } from '../../../kit/whole-number.js';
import { type Ranking, useRanking } from '../ranking/use-rankings.js';
import { figureOf, levelsOf, type TypedLevel } from './level-draft.js';
import { type NewRecognitions, useGrant } from './use-recognitions.js';

interface Values {
  readonly title?: string;
  readonly year?: string;
  readonly withinGroups?: boolean;
  readonly levels?: readonly TypedLevel[];
}

const fields = ['title', 'year', 'withinGroups'];
const [yearMin, yearMax, levelsMax] = [2000, 2200, 10];

/** Gives recognitions by a ranking that counts. */
export function GrantPage() {
  const { rankingId = '' } = useParams();
  return <Loaded query={useRanking(rankingId)}>{(ranking) => <Grant ranking={ranking} />}</Loaded>;
}

function Grant({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('recognition.grantBy', { title: ranking.title })} back={`/rankings/${ranking.id}`} />
      <p className="hint">{t('recognition.grantHint')}</p>
      {ranking.state === 'final' ? (
        <GrantForm ranking={ranking} />
      ) : (
        <Alert type="info" showIcon title={t('recognition.notFinal')} />
      )}
    </>
  );
}

function bodyOf(
  rankingId: string,
  { title = '', year, withinGroups = false, levels = [] }: Values,
): NewRecognitions {
  return {
    rankingId,
    title: title.trim(),
    withinGroups,
    levels: levelsOf(levels),
    year: wholeNumberOf(year, yearMin, yearMax) ?? 0,
  };
}

function GrantForm({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const grant = useGrant();
  const submit = (values: Values): void =>
    grant.mutate(bodyOf(ranking.id, values), {
      onSuccess: () => void navigate(`/recognitions?rankingId=${ranking.id}`),
      onError: (error) => showErrors(form, error, fields),
    });
  return (
    <Form
      form={form}
      className="card"
      layout="vertical"
      requiredMark={false}
      disabled={grant.isPending}
      initialValues={{
        year: String(new Date().getFullYear()),
        levels: [{ level: t('recognition.firstLevel'), by: 'place', figure: '1' }],
      }}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <TitleAndYear />
      {ranking.groupBy !== 'none' && (
        <Form.Item name="withinGroups" valuePropName="checked">
          <Checkbox>{t('recognition.withinGroups')}</Checkbox>
        </Form.Item>
      )}
      <Levels />
      {grant.isError && <Refusal title={t('recognition.notGranted')} error={grant.error} fields={fields} />}
      <Button type="primary" htmlType="submit" loading={grant.isPending}>
        {t('recognition.grant')}
      </Button>
    </Form>
  );
}

function TitleAndYear() {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <Form.Item
        name="title"
        label={t('recognition.title')}
        rules={[{ required: true, whitespace: true, message: t('rankingLife.required') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="year"
        label={t('recognition.year')}
        rules={[wholeNumberRule(yearMin, yearMax, t('recognition.yearRule'))]}
      >
        <Input inputMode="numeric" maxLength={4} />
      </Form.Item>
    </div>
  );
}

/** Of several levels that fit, the first is given. */
function Levels() {
  const { t } = useTranslation();
  return (
    <Form.List name="levels">
      {(items, { add, remove }) => (
        <fieldset className="recognition-levels">
          <legend>{t('recognition.levels')}</legend>
          {items.map(({ key, name }) => (
            <div key={key} className="ranking-filters">
              <OneLevel name={name} />
              {items.length > 1 && (
                <Button onClick={() => remove(name)}>
                  {t('recognition.removeLevel', { number: name + 1 })}
                </Button>
              )}
            </div>
          ))}
          {items.length < levelsMax && (
            <Button onClick={() => add({ by: 'place' })}>{t('recognition.addLevel')}</Button>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}

function OneLevel({ name }: { readonly name: number }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Values>();
  const required = [{ required: true, whitespace: true, message: t('rankingLife.required') }];
  const typed = (): TypedLevel => (form.getFieldValue(['levels', name]) as TypedLevel | undefined) ?? {};
  const check = (): Promise<void> =>
    figureOf(typed()) === null ? Promise.reject(new Error(t('recognition.figureRule'))) : Promise.resolve();
  return (
    <>
      <Form.Item name={[name, 'level']} label={t('recognition.level')} rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name={[name, 'by']} label={t('recognition.by')}>
        <Choice
          options={(['place', 'score'] as const).map((value) => ({
            value,
            label: t(`recognition.bys.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name={[name, 'figure']} label={t('recognition.figure')} rules={[{ validator: check }]}>
        <Input inputMode="decimal" maxLength={10} />
      </Form.Item>
    </>
  );
}
