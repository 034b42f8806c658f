import { expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Form } from 'antd';
import { pageTests } from '../app/page.fixture.js';
import { MarkedTextArea } from './marked-text-area.js';

const show = pageTests();

it('marks what is selected, and typing goes on there', async () => {
  const changed = jest.fn();
  const { user } = await show(
    <Form initialValues={{ text: 'Bring water' }} onValuesChange={changed}>
      <Form.Item name="text" label="Text">
        <MarkedTextArea rows={3} maxLength={100} />
      </Form.Item>
    </Form>,
  );
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' });
  field.setSelectionRange(6, 11);
  await user.click(screen.getByRole('button', { name: 'Bold' }));
  expect(field.value).toBe('Bring **water**');
  await user.keyboard('shoes');
  expect(field.value).toBe('Bring **shoes**');
  expect(changed).toHaveBeenLastCalledWith(expect.anything(), { text: 'Bring **shoes**' });
});

it('puts no mark that would make the text too long', async () => {
  const { user } = await show(
    <Form initialValues={{ text: 'water' }}>
      <Form.Item name="text" label="Text">
        <MarkedTextArea rows={3} maxLength={6} />
      </Form.Item>
    </Form>,
  );
  await user.click(screen.getByRole('button', { name: 'Heading' }));
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' }).value).toBe('water');
});
