import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import { reasonCharactersMax } from './matter.model.js';

export interface Rating {
  readonly stars: number;
  readonly text?: string;
}

interface RateFormProps<Input, Output> {
  readonly command: Command<Input, Output>;
  readonly input: (rating: Rating) => Input;
  readonly onDone?: (output: Output) => void;
}

const degrees = ['5', '4', '3', '2', '1'] as const;

/** How it went, in one of five degrees; that closes the matter. */
export function RateForm<Input, Output>({ command, input, onDone }: RateFormProps<Input, Output>) {
  const { t } = useTranslation();
  return (
    <CommandForm
      command={command}
      input={({ stars, text }: { readonly stars: string; readonly text?: string }) =>
        input({ stars: Number(stars), ...(text === undefined ? {} : { text }) })
      }
      submit={t('matter.rateYes')}
      refused={t('matter.rateRefused')}
      {...(onDone === undefined ? {} : { onDone: (output: Output) => onDone(output) })}
    >
      <Form.Item
        name="stars"
        label={t('matter.starsLabel')}
        rules={[{ required: true, message: t('matter.starsRequired') }]}
      >
        <Choice<(typeof degrees)[number]>
          options={[
            { value: '', label: t('common.choose') },
            ...degrees.map((value) => ({ value, label: t(`matter.stars.s${value}`) })),
          ]}
        />
      </Form.Item>
      <Form.Item name="text" label={t('matter.ratingText')}>
        <TextArea rows={2} maxLength={reasonCharactersMax} />
      </Form.Item>
    </CommandForm>
  );
}
