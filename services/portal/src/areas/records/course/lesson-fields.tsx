import '../../../kit/styles/organising.css';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Input } from '../../../kit/input.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { MarkedTextArea } from '../../../kit/marked-text-area.js';
import { lessonFileLists } from '../../bulletins/file/file.model.js';
import { lessonPictureAddress } from './course.model.js';
import { newLesson } from './course-values.js';

const FileFields = lazyPart('FileFields', () => import('../../bulletins/file/file-fields.js'), {
  rows: 2,
  texts: ['attachment', 'bulletinFile'],
});

const lessonsMax = 30;

interface LessonFieldsProps {
  /** Whose files they show; undefined as long as no union is chosen. */
  readonly unionId: string | undefined;
  /** Undefined of a new course. */
  readonly courseId: string | undefined;
}

/** The lessons of a course in a form, in the order in which they are read. */
export function LessonFields(props: LessonFieldsProps) {
  const { t } = useTranslation();
  return (
    <Form.List name="lessons">
      {(fields, { add, remove, move }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="group">
              <legend>{t('course.lessonNumber', { number: name + 1 })}</legend>
              <Lesson name={name} {...props} />
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

function Lesson({ name, unionId, courseId }: LessonFieldsProps & { readonly name: number }) {
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
      {lessonFileLists.map((list) => (
        <FileFields
          key={list}
          list={list}
          unionId={unionId}
          pictureOf={
            courseId === undefined ? undefined : (fileId) => lessonPictureAddress(courseId, fileId, '320')
          }
          within={['lessons', name]}
        />
      ))}
    </>
  );
}
