import './call.css';
import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { MarkedTextArea } from '../../../kit/marked-text-area.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { UnionPicker } from '../../../session/union-picker.js';
import type { WorkFileKind } from '../work/work.model.js';
import { type CallAudience, callAudiences, type WorksCall, type WorksCallDefinition } from './call.model.js';
import { type CallValues, callTextMax, callTitleMax, definitionOf, perPersonMax } from './call-values.js';
import { DecisionFields } from './decision-fields.js';

const MarkdownText = lazyPart('MarkdownText', () => import('../../../kit/markdown-text.js'));

const fileKinds: readonly WorkFileKind[] = ['picture', 'document', 'video', 'audio'];
const times = ['submitFrom', 'submitUntil', 'judgeFrom', 'judgeUntil'] as const;

interface CallFormProps<Sent> {
  readonly command: Command<Sent, WorksCall>;
  /** What is sent; null where something is missing. */
  readonly input: (definition: WorksCallDefinition, values: CallValues) => Sent | null;
  readonly initial: CallValues;
  /** A new one also says which union calls. */
  readonly isNew?: boolean;
  readonly submit: string;
  readonly onDone: (call: WorksCall) => void;
}

/** All that an officer says about a call. */
export function CallForm<Sent>({
  command,
  input,
  initial,
  isNew = false,
  submit,
  onDone,
}: CallFormProps<Sent>) {
  const { t } = useTranslation();
  return (
    <CommandForm
      name="works-call"
      command={command}
      input={(typed: CallValues) => {
        const values = { ...initial, ...typed };
        const definition = definitionOf(values);
        return definition === null ? null : input(definition, values);
      }}
      submit={submit}
      refused={t('works.notSaved')}
      onDone={onDone}
      initialValues={initial}
      className="card"
    >
      {isNew && (
        <Form.Item
          name="unionId"
          label={t('works.union')}
          rules={[{ required: true, message: t('works.unionRequired') }]}
        >
          <UnionPicker roles={['officer']} none={t('common.choose')} />
        </Form.Item>
      )}
      <Words />
      <Times />
      <Entries />
      <DecisionFields />
    </CommandForm>
  );
}

function Words() {
  const { t } = useTranslation();
  const text = Form.useWatch<string | undefined>('text') ?? '';
  const needed = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <>
      <Form.Item name="title" label={t('works.callTitle')} rules={needed(t('works.callTitleRequired'))}>
        <Input maxLength={callTitleMax} />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('works.callText')}
        extra={t('works.callTextHint')}
        rules={needed(t('works.callTextRequired'))}
      >
        <MarkedTextArea rows={8} maxLength={callTextMax} />
      </Form.Item>
      {text.trim() !== '' && (
        <details>
          <summary>{t('works.preview')}</summary>
          <MarkdownText text={text} />
        </details>
      )}
      <Form.Item name="audience" label={t('works.audienceLabel')}>
        <Choice<CallAudience>
          options={callAudiences.map((value) => ({ value, label: t(`works.audienceOption.${value}`) }))}
        />
      </Form.Item>
    </>
  );
}

function Times() {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      {times.map((name) => (
        <Form.Item
          key={name}
          name={name}
          label={t(`works.time.${name}`)}
          extra={t('common.dateTimeHint')}
          rules={[{ required: true, message: t('works.timeRequired') }]}
        >
          <Input type="datetime-local" />
        </Form.Item>
      ))}
    </div>
  );
}

/** How many works each person sends, and what comes with them. */
function Entries() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="worksPerPerson"
        label={t('works.worksPerPerson')}
        rules={[wholeNumberRule(1, perPersonMax, t('works.countInvalid', { min: 1, max: perPersonMax }))]}
      >
        <Input maxLength={2} inputMode="numeric" />
      </Form.Item>
      <Form.Item name="fileKinds" label={t('works.fileKinds')} extra={t('works.fileKindsHint')}>
        <Checkbox.Group
          className="file-kinds"
          options={fileKinds.map((value) => ({ value, label: t(`works.fileKind.${value}`) }))}
        />
      </Form.Item>
    </>
  );
}
