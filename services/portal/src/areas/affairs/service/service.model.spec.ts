import { expect, it } from '@jest/globals';
import { topicWordsOf } from './service.model.js';

it.each([
  ['工资、拖欠，奖金; 工资', ['工资', '拖欠', '奖金']],
  ['  ', []],
  ['加班费、', ['加班费']],
])('the words of a topic are read from what is typed: “%s”', (text, words) => {
  expect(topicWordsOf(text)).toEqual(words);
});
