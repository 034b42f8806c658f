import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Resource } from '../resource/resource-filters.js';

/** Accepts the conditions in the shown version. Once another version is in force, it has to be accepted again. */
export function AcceptConditions({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const { conditionsVersion: version } = resource;
  if (version === 0) return null;
  return (
    <Form.Item
      name="conditionsVersion"
      rules={[
        {
          validator: (_rule, accepted: unknown) =>
            accepted === version
              ? Promise.resolve()
              : Promise.reject(new Error(t('profile.conditions.acceptRequired'))),
        },
      ]}
    >
      <AcceptBox version={version} />
    </Form.Item>
  );
}

interface AcceptBoxProps {
  readonly version: number;
  readonly id?: string;
  readonly value?: number;
  readonly onChange?: (accepted: number | undefined) => void;
}

function AcceptBox({ version, id, value, onChange }: AcceptBoxProps) {
  const { t } = useTranslation();
  return (
    <Checkbox
      {...(id === undefined ? {} : { id })}
      checked={value === version}
      onChange={(event) => onChange?.(event.target.checked ? version : undefined)}
    >
      {t('profile.conditions.accept', { version })}
    </Checkbox>
  );
}
