import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { coverageKinds } from '../service/service.model.js';
import { audienceMax, type Coverage, type CoverageKind } from './coverage.model.js';

interface Values {
  readonly kind: CoverageKind;
  readonly count?: string;
}

/** How many people of a sort there are at the union: by the record where it knows, else as its officer says. */
export function StateAudience({ coverage: { unionId, year } }: { readonly coverage: Coverage }) {
  const { t } = useTranslation();
  const state = useCommand('coverage', 'put', '/unions/{unionId}/coverage/{kind}');
  return (
    <section className="card" aria-labelledby="state-title">
      <h2 id="state-title">{t('coverage.stateTitle', { year: String(year) })}</h2>
      <p className="hint">{t('coverage.stateHint')}</p>
      <CommandForm
        name="audience"
        command={state}
        input={({ kind, count = '' }: Values) => {
          const text = count.normalize('NFKC').trim();
          return { unionId, kind, body: { year, count: text === '' ? null : Number(text) } };
        }}
        submit={t('coverage.state')}
        refused={t('coverage.notStatedNow')}
        initialValues={{ kind: 'women' }}
        secondary
      >
        <Form.Item name="kind" label={t('coverage.whom')}>
          <Choice<CoverageKind>
            options={coverageKinds.map((value) => ({ value, label: t(`coverage.kind.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="count"
          label={t('coverage.people')}
          extra={t('coverage.peopleHint')}
          rules={[
            {
              validator: (_rule, value: string | undefined) =>
                isCount(value) ? Promise.resolve() : Promise.reject(new Error(t('coverage.peopleInvalid'))),
            },
          ]}
        >
          <Input inputMode="numeric" maxLength={8} />
        </Form.Item>
      </CommandForm>
    </section>
  );
}

/** Empty takes back what was stated. */
function isCount(value = ''): boolean {
  const text = value.normalize('NFKC').trim();
  return text === '' || (/^\d+$/.test(text) && Number(text) <= audienceMax);
}
