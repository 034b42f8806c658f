import '../../../kit/styles/organising.css';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Input } from '../../../kit/input.js';
import { MarkedTextArea } from '../../../kit/marked-text-area.js';
import { newLesson } from './course-values.js';

const lessonsMax = 30;

/** The lessons of a course in a form, in the order in which they are read. */
export function LessonFields() {
  const { t } = useTranslation();
  return (
    <Form.List name="lessons">
      {(fields, { add, remove, move }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="group">
              <legend>{t('course.lessonNumber', { number: name + 1 })}</legend>
              <Lesson name={name} />
              <div className="actions notice">
                {name > 0 && (
                  <Button
                    aria-label={t('course.lessonUp', { number: name + 1 })}
                    onClick={() => move(name, name - 1)}
                  >
                    {t('course.up')}
                  </Button>
                )}
                {fields.length > 1 && (
                  <Button
                    aria-label={t('course.removeLesson', { number: name + 1 })}
                    onClick={() => remove(name)}
                  >
                    {t('course.remove')}
                  </Button>
                )}
              </div>
            </fieldset>
          ))}
          {fields.length < lessonsMax && (
            <Button onClick={() => add(newLesson)}>{t('course.addLesson')}</Button>
          )}
        </>
      )}
    </Form.List>
  );
}

function Lesson({ name }: { readonly name: number }) {
  const { t } = useTranslation();
  const needed = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <>
      <Form.Item
        name={[name, 'title']}
        label={t('course.lessonTitleLabel')}
        rules={needed(t('course.lessonTitleRequired'))}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name={[name, 'text']}
        label={t('course.lessonText')}
        rules={needed(t('course.lessonTextRequired'))}
      >
        <MarkedTextArea rows={8} maxLength={10_000} />
      </Form.Item>
      <Form.Item
        name={[name, 'link']}
        label={t('course.lessonLink')}
        rules={[{ pattern: /^\s*https?:\/\/\S+\s*$/, message: t('course.linkInvalid') }]}
      >
        <Input maxLength={500} inputMode="url" />
      </Form.Item>
    </>
  );
}
