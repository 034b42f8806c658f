import './find-field.css';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Input } from './input.js';

interface FindFieldProps {
  readonly label: string;
  /** What is looked for now; empty where everything is shown. */
  readonly value: string;
  readonly onFind: (text: string) => void;
}

/** Looks for a name in a list, once it is sent. Give it a key of its value where that may change from outside. */
export function FindField({ label, value, onFind }: FindFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onFind(text.trim());
  };
  return (
    <form role="search" className="find-field" onSubmit={submit}>
      <Input
        type="search"
        value={text}
        maxLength={60}
        autoComplete="off"
        aria-label={label}
        placeholder={label}
        onChange={(event) => setText(event.target.value)}
      />
      <Button htmlType="submit">{t('common.search')}</Button>
    </form>
  );
}
