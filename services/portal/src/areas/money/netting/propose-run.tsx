import { Alert, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { localTimeOf } from '../../../i18n/format.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { DateInput } from '../../../kit/date-input.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { useOffices } from '../../../session/use-offices.js';
import { ExcludedField, HubField, PartiesField } from './party-fields.js';
import { type Mode, modes } from './netting.model.js';
import { ProposalPreview } from './proposal-preview.js';
import { type RunForm, runOf } from './run-form.model.js';

const payWithinDaysMax = 180;

interface ProposeRunProps {
  /** The two whose debts alone are settled, and the union that proposes it; absent where the author chooses. */
  readonly between?: Pick<RunForm, 'unionId' | 'parties'>;
  readonly onClose: () => void;
}

/** Proposes a run: nothing is posted before another person confirms it. */
export function ProposeRun({ between, onClose }: ProposeRunProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { unionIdsOf } = useOffices();
  const propose = useCommand('nettingRun', 'post', '/netting-runs');
  const today = localTimeOf(new Date().toISOString()).slice(0, 10);
  const unionId = unionIdsOf('finance')[0];
  return (
    <section className="card" aria-labelledby="propose-title">
      <h2 id="propose-title">{t('money.netting.propose.title')}</h2>
      <Alert type="info" showIcon title={t('money.netting.propose.own')} className="notice" />
      <CommandForm
        command={propose}
        input={(values: RunForm) => {
          const body = runOf(values);
          return body === null ? null : { body };
        }}
        submit={t('money.netting.propose.submit')}
        refused={t('money.netting.propose.refused')}
        onDone={({ id }) => void navigate(`/netting-runs/${id}`)}
        onCancel={onClose}
        cancel={t('money.netting.propose.cancel')}
        initialValues={{
          mode: 'fewest',
          periodFrom: `${today.slice(0, 4)}-01-01`,
          periodTo: today,
          unionId,
          payWithinDays: '30',
          ...(between === undefined ? {} : { ...between, mode: 'bilateral' }),
        }}
      >
        <RunFields />
        <ProposalPreview />
      </CommandForm>
    </section>
  );
}

function RunFields() {
  return (
    <>
      <ModeField />
      <PeriodFields />
      <UnionField />
      <PartiesField />
      <ExcludedField />
      <DaysField />
    </>
  );
}

function ModeField() {
  const { t } = useTranslation();
  const mode = Form.useWatch<Mode | undefined>('mode') ?? 'fewest';
  return (
    <>
      <Form.Item name="mode" label={t('money.netting.mode')} extra={t(`money.netting.modeHints.${mode}`)}>
        <Choice<Mode>
          options={modes.map((one) => ({ value: one, label: t(`money.netting.modes.${one}`) }))}
        />
      </Form.Item>
      {mode === 'hub' && <HubField />}
    </>
  );
}

function PeriodFields() {
  const { t } = useTranslation();
  const rules = [{ required: true, message: t('money.dateRequired') }];
  return (
    <div className="two-columns">
      <Form.Item name="periodFrom" label={t('money.from')} rules={rules}>
        <DateInput />
      </Form.Item>
      <Form.Item name="periodTo" label={t('money.to')} rules={rules}>
        <DateInput />
      </Form.Item>
    </div>
  );
}

function DaysField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="payWithinDays"
      label={t('settling.run.payWithinDays')}
      extra={t('settling.run.payWithinDaysHint')}
      rules={[wholeNumberRule(1, payWithinDaysMax, t('settling.run.payWithinDaysHint'))]}
    >
      <Input inputMode="numeric" maxLength={3} autoComplete="off" />
    </Form.Item>
  );
}

function UnionField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="unionId"
      label={t('money.netting.propose.union')}
      rules={[{ required: true, message: t('money.netting.propose.unionRequired') }]}
    >
      <UnionPicker none={t('money.choose')} roles={['finance']} />
    </Form.Item>
  );
}
