import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../activities/agreement/plain-field.js';
import { ProblemsAt } from '../../activities/agreement/problems-at.js';
import { newOption } from '../../activities/sign-up-form/designed.model.js';
import { type Topic, topicsMax, topicWordsOf } from './service.model.js';

interface TopicListProps {
  readonly topics: readonly Topic[];
  readonly onChange: (topics: Topic[]) => void;
}

/** What matters are about: one of them is proposed to whoever takes a matter. */
export function TopicList({ topics, onChange }: TopicListProps) {
  const { t } = useTranslation();
  const put = (changed: Topic): void =>
    onChange(topics.map((one) => (one.id === changed.id ? changed : one)));
  return (
    <>
      <p className="hint">{t('serviceDesign.topicsHint')}</p>
      {topics.map((topic, index) => (
        <div key={topic.id} className="option-row">
          <TextField
            label={t('serviceDesign.topicNumber', { number: index + 1 })}
            pointer={`/topics/${index}/label`}
            value={topic.label}
            maxLength={30}
            onChange={(label) => put({ ...topic, label })}
          />
          <TopicWords number={index + 1} topic={topic} onChange={put} />
          <Button
            aria-label={t('serviceDesign.removeTopic', { number: index + 1 })}
            onClick={() => onChange(topics.filter(({ id }) => id !== topic.id))}
          >
            {t('serviceDesign.remove')}
          </Button>
        </div>
      ))}
      <ProblemsAt pointers={['/topics']} />
      {topics.length < topicsMax && (
        <p>
          <Button
            onClick={() => onChange([...topics, newOption(topics.map(({ id, label }) => ({ id, label })))])}
          >
            {t('serviceDesign.addTopic')}
          </Button>
        </p>
      )}
    </>
  );
}

interface TopicWordsProps {
  readonly number: number;
  readonly topic: Topic;
  readonly onChange: (topic: Topic) => void;
}

/** What is typed stays as it is typed, commas and all, while its words are read from it. */
function TopicWords({ number, topic, onChange }: TopicWordsProps) {
  const { t } = useTranslation();
  const [text, setText] = useState((topic.words ?? []).join(t('matter.comma')));
  return (
    <TextField
      label={t('serviceDesign.topicWords', { number })}
      pointer={`/topics/${number - 1}/words`}
      value={text}
      maxLength={400}
      onChange={(typed) => {
        setText(typed);
        onChange({ ...topic, words: topicWordsOf(typed) });
      }}
    />
  );
}
