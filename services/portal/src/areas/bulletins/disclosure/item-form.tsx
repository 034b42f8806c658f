import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input, TextArea } from '../../../kit/input.js';
import {
  basisMax,
  type DisclosureContent,
  type DisclosureItem,
  type DisclosureOwer,
  type DisclosureRhythm,
  itemContentOf,
  itemTitleMax,
  type ItemValues,
  owers,
  rhythms,
} from './disclosure.model.js';

interface ItemFormProps<Sent> {
  /** Tells one form from the others on the page. */
  readonly name: string;
  readonly command: Command<Sent, DisclosureItem>;
  readonly input: (content: DisclosureContent) => Sent;
  readonly initial: Partial<ItemValues>;
  readonly submit: string;
  readonly onDone: () => void;
}

/** What is to be disclosed, by whom, by which rule and when. */
export function ItemForm<Sent>({ name, command, input, initial, submit, onDone }: ItemFormProps<Sent>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<ItemValues>();
  const owedBy = Form.useWatch('owedBy', form) ?? initial.owedBy;
  const needed = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <CommandForm
      form={form}
      name={name}
      command={command}
      input={(values: ItemValues) => input(itemContentOf({ ...initial, ...values }))}
      submit={submit}
      refused={t('disclosureItem.notSaved')}
      onDone={onDone}
      initialValues={initial}
    >
      <Form.Item
        name="title"
        label={t('disclosureItem.itemTitle')}
        rules={needed(t('disclosureItem.itemTitleRequired'))}
      >
        <Input maxLength={itemTitleMax} />
      </Form.Item>
      <div className="two-columns">
        <Form.Item name="owedBy" label={t('disclosureItem.owedByLabel')}>
          <Choice<DisclosureOwer>
            options={owers.map((value) => ({ value, label: t(`disclosureItem.owedBy.${value}`) }))}
          />
        </Form.Item>
        {owedBy === 'enterprise' && (
          <Form.Item
            name="department"
            label={t('disclosureItem.department')}
            rules={needed(t('disclosureItem.departmentRequired'))}
          >
            <Input maxLength={itemTitleMax} />
          </Form.Item>
        )}
      </div>
      <Form.Item
        name="basis"
        label={t('disclosureItem.basis')}
        rules={needed(t('disclosureItem.basisRequired'))}
      >
        <TextArea rows={2} maxLength={basisMax} />
      </Form.Item>
      <div className="two-columns">
        <Form.Item name="rhythm" label={t('disclosureItem.rhythmLabel')}>
          <Choice<DisclosureRhythm>
            options={rhythms.map((value) => ({ value, label: t(`disclosureItem.rhythm.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="firstDueOn"
          label={t('disclosureItem.firstDueOn')}
          extra={t('disclosureItem.firstDueOnHint')}
          rules={[{ required: true, message: t('disclosureItem.firstDueOnRequired') }]}
        >
          <DateInput />
        </Form.Item>
      </div>
    </CommandForm>
  );
}
