import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import { MarkedTextArea } from '../../../kit/marked-text-area.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { UnionPicker } from '../../../session/union-picker.js';
import {
  audiences,
  textMax,
  type Vacancy,
  type VacancyAudience,
  type VacancyKind,
  vacancyKinds,
  vacancySuits,
} from './vacancy.model.js';
import type { VacancyValues } from './vacancy-values.js';

interface VacancyFormProps<Sent> {
  readonly command: Command<Sent, Vacancy>;
  readonly input: (values: VacancyValues) => Sent | null;
  readonly initial: VacancyValues;
  /** A new one also says whose enterprise offers it; what is published stays for whom it is. */
  readonly mode: 'new' | 'draft' | 'published';
  readonly submit: string;
  readonly onDone: (vacancy: Vacancy) => void;
}

/** What a vacancy says, whom it is for and until when. */
export function VacancyForm<Sent>({ command, input, initial, mode, submit, onDone }: VacancyFormProps<Sent>) {
  const { t } = useTranslation();
  return (
    <CommandForm
      name="vacancy"
      command={command}
      input={(typed: VacancyValues) => input({ ...initial, ...typed })}
      submit={submit}
      refused={t('vacancy.notSaved')}
      onDone={onDone}
      initialValues={initial}
      className="card"
    >
      {mode === 'new' && (
        <Form.Item
          name="unionId"
          label={t('vacancy.union')}
          extra={t('vacancy.unionHint')}
          rules={[{ required: true, message: t('vacancy.unionRequired') }]}
        >
          <UnionPicker roles={['officer']} none={t('vacancy.chooseUnion')} />
        </Form.Item>
      )}
      <Work />
      <Contact />
      {mode !== 'published' && (
        <Form.Item name="audience" label={t('vacancy.audienceLabel')} extra={t('vacancy.audienceHint')}>
          <Choice<VacancyAudience>
            options={audiences.map((value) => ({ value, label: t(`vacancy.audienceOption.${value}`) }))}
          />
        </Form.Item>
      )}
      <Form.Item
        name="until"
        label={t('vacancy.until')}
        extra={t('vacancy.untilHint')}
        rules={[{ required: true, message: t('vacancy.untilRequired') }]}
      >
        <DateInput />
      </Form.Item>
      {mode === 'published' && (
        <Form.Item name="feeWordsSeen" valuePropName="checked">
          <Checkbox>{t('vacancy.feeWordsSeen')}</Checkbox>
        </Form.Item>
      )}
    </CommandForm>
  );
}

function Work() {
  const { t } = useTranslation();
  const needed = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <>
      <Form.Item name="title" label={t('vacancy.job')} rules={needed(t('vacancy.jobRequired'))}>
        <Input maxLength={60} />
      </Form.Item>
      <div className="two-columns">
        <Form.Item name="kind" label={t('vacancy.kindLabel')}>
          <Choice<VacancyKind>
            options={vacancyKinds.map((value) => ({ value, label: t(`vacancy.kind.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="headcount"
          label={t('vacancy.headcount')}
          rules={needed(t('vacancy.headcountRequired'))}
        >
          <Input maxLength={4} inputMode="numeric" />
        </Form.Item>
        <Form.Item name="payFrom" label={t('vacancy.payFrom')} extra={t('vacancy.payHint')}>
          <MoneyInput />
        </Form.Item>
        <Form.Item name="payTo" label={t('vacancy.payTo')}>
          <MoneyInput />
        </Form.Item>
        <Form.Item name="place" label={t('vacancy.place')} rules={needed(t('vacancy.placeRequired'))}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="district" label={t('vacancy.districtOptional')}>
          <Input maxLength={50} />
        </Form.Item>
      </div>
      <Form.Item
        name="text"
        label={t('vacancy.text')}
        extra={t('vacancy.textHint')}
        rules={needed(t('vacancy.textRequired'))}
      >
        <MarkedTextArea rows={8} maxLength={textMax} />
      </Form.Item>
      <Form.Item name="suits" label={t('vacancy.suitLabel')}>
        <Checkbox.Group
          options={vacancySuits.map((value) => ({ value, label: t(`vacancy.suit.${value}`) }))}
        />
      </Form.Item>
    </>
  );
}

function Contact() {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <Form.Item name="phone" label={t('vacancy.phone')} extra={t('vacancy.contactHint')}>
        <Input maxLength={40} type="tel" />
      </Form.Item>
      <Form.Item name="address" label={t('vacancy.address')}>
        <Input maxLength={200} />
      </Form.Item>
    </div>
  );
}
