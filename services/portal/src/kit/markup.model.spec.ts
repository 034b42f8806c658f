import { describe, expect, it } from '@jest/globals';
import { type Mark, marked, type Marked } from './markup.model.js';

/** `[` and `]` of the pictures here are the ends of the selection: ‹ and ›. */
function at(picture: string): Marked {
  const from = picture.indexOf('‹');
  const to = picture.indexOf('›') - 1;
  return { text: picture.replace('‹', '').replace('›', ''), from, to };
}

function drawn({ text, from, to }: Marked): string {
  return `${text.slice(0, from)}‹${text.slice(from, to)}›${text.slice(to)}`;
}

describe('a button above a text', () => {
  it.each<[string, Mark, string, string]>([
    ['makes words bold', 'bold', '请‹带水›来', '请**‹带水›**来'],
    ['makes bold words plain again', 'bold', '请**‹带水›**来', '请‹带水›来'],
    ['puts a sample where nothing is selected', 'bold', '请‹›来', '请**‹文字›**来'],
    ['makes a line a heading', 'heading', '时间\n地‹›点\n带水', '时间\n## 地点‹›\n带水'],
    ['makes a heading a line again', 'heading', '## 地‹›点', '地点‹›'],
    ['makes lines a list', 'list', '‹水\n帽子›\n完', '- 水\n- 帽子‹›\n完'],
    ['makes a list lines again', 'list', '- ‹水\n- 帽子›', '水\n帽子‹›'],
    ['makes a heading a line of a list', 'list', '## 地‹›点', '- 地点‹›'],
    ['leaves the line behind a selected line break alone', 'list', '‹水\n›帽子', '- 水‹›\n帽子'],
    ['begins a list in an empty text', 'list', '‹›', '- ‹›'],
    ['makes words a link, whose address is to be written', 'link', '看‹地图›吧', '看[地图](‹https://›)吧'],
    [
      'makes an address a link, whose words are to be written',
      'link',
      '‹https://a.cn/b›',
      '[‹文字›](https://a.cn/b)',
    ],
  ])('%s', (_what, mark, before, after) => {
    expect(drawn(marked(at(before), mark, '文字'))).toBe(after);
  });
});
