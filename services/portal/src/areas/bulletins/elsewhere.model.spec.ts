import { describe, expect, it } from '@jest/globals';
import { packageOf } from './elsewhere.model.js';

const where = { link: 'https://union.example/bulletins/1', fromWords: '来源：江城市总工会' };

describe('a bulletin for another channel', () => {
  it('is its words without marks, with where they are from', () => {
    const text =
      '## 时间\n\n气温在 **35℃** 以上：\n\n- 上午 6:00–10:00\n- 下午，见[办法](https://a.example/b)\n';
    expect(packageOf({ title: '高温作业', text }, where).whole).toBe(
      [
        '高温作业',
        '时间\n\n气温在 35℃ 以上：\n\n· 上午 6:00–10:00\n· 下午，见办法 https://a.example/b',
        '来源：江城市总工会\nhttps://union.example/bulletins/1',
      ].join('\n\n'),
    );
  });

  it('keeps signs that mark nothing, and addresses as they are', () => {
    const text = '5 * 3 = 15，my_file，**`重点`** 见 https://a.example/b_c_d?e=*f*';
    expect(packageOf({ title: '', text }, where).whole).toContain(
      '5 * 3 = 15，my_file，重点 见 https://a.example/b_c_d?e=*f*',
    );
  });

  it('is short for a chat, and what is left out is behind its link', () => {
    const { brief } = packageOf({ title: '通知', text: '字'.repeat(91) }, where);
    expect(brief).toBe(`通知\n${'字'.repeat(90)}…\nhttps://union.example/bulletins/1`);
    expect(packageOf({ title: '通知', text: '就一句' }, where).brief).toBe(
      '通知\n就一句\nhttps://union.example/bulletins/1',
    );
  });
});
