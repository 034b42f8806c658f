import type { Direction } from '@gongxiang/domain/door';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Input } from '../../../kit/input.js';

interface TypeCodeProps {
  readonly direction: Direction;
  readonly onText: (text: string) => void;
}

/** A code read aloud, or sent by a scanner that types. */
export function TypeCode({ direction, onText }: TypeCodeProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    onText(text);
    setText('');
  };
  return (
    <form className="inline-field type-code" onSubmit={submit}>
      <Input
        value={text}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-label={t('checkIn.code')}
        placeholder={t('checkIn.code')}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="primary" htmlType="submit">
        {t(direction === 'out' ? 'checkIn.leave' : 'checkIn.checkIn')}
      </Button>
    </form>
  );
}
