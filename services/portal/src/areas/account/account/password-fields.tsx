import { Form } from 'antd';
import { PasswordInput } from '../../../kit/input.js';

const passwordCharactersMin = 10;

interface PasswordFieldsProps {
  /** The field of the request that holds the new password. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly tooShort: string;
  readonly repeatLabel: string;
  readonly repeatDiffers: string;
}

/** A new password, typed twice. The second field is not sent. */
export function PasswordFields(props: PasswordFieldsProps) {
  const { name, label, hint, tooShort, repeatLabel, repeatDiffers } = props;
  return (
    <>
      <Form.Item
        name={name}
        label={label}
        extra={hint}
        rules={[{ required: true, min: passwordCharactersMin, message: tooShort }]}
      >
        <PasswordInput autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={repeatLabel}
        dependencies={[name]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, typed: unknown) =>
              typed === getFieldValue(name) ? Promise.resolve() : Promise.reject(new Error(repeatDiffers)),
          }),
        ]}
      >
        <PasswordInput autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </>
  );
}
