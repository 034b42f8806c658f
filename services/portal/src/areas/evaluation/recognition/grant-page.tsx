import '../../../kit/styles/ranking.css';
import { Alert, Button, Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { wholeNumberOf, wholeNumberRule } from '../../../kit/whole-number.js';
import type { Ranking } from '../ranking/ranking.model.js';
import { figureOf, levelsOf, type TypedLevel } from './level-draft.js';
import type { NewRecognitions } from './recognition.model.js';

interface Values {
  readonly title?: string;
  readonly year?: string;
  readonly withinGroups?: boolean;
  readonly levels?: readonly TypedLevel[];
}

const [yearMin, yearMax, levelsMax] = [2000, 2200, 10];

/** Gives recognitions by a ranking that counts. */
export function GrantPage() {
  const { rankingId = '' } = useParams();
  const ranking = useRead('ranking', '/rankings/{rankingId}', { rankingId });
  return <Loaded query={ranking}>{(found) => <Grant ranking={found} />}</Loaded>;
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
  const grant = useCommand('recognition', 'post', '/recognitions');
  return (
    <CommandForm
      command={grant}
      input={(values: Values) => ({ body: bodyOf(ranking.id, values) })}
      submit={t('recognition.grant')}
      refused={t('recognition.notGranted')}
      onDone={() => void navigate(`/recognitions?rankingId=${ranking.id}`)}
      className="card"
      initialValues={{
        year: String(new Date().getFullYear()),
        levels: [{ level: t('recognition.firstLevel'), by: 'place', figure: '1' }],
      }}
    >
      <TitleAndYear />
      {ranking.groupBy !== 'none' && (
        <Form.Item name="withinGroups" valuePropName="checked">
          <Checkbox>{t('recognition.withinGroups')}</Checkbox>
        </Form.Item>
      )}
      <Levels />
    </CommandForm>
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
