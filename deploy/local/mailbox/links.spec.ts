import { describe, expect, it } from '@jest/globals';
import { withLinks } from './links.js';

const platform = 'http://127.0.0.1:3000';
const linked = (url: string): string => `<a href="${url}" target="_blank" rel="noreferrer">${url}</a>`;

describe('the text of a message', () => {
  it.each([
    ['at its end', `打开：${platform}/loans/1`, `打开：${linked(`${platform}/loans/1`)}`],
    ['before what is Chinese', `见${platform}/loans/1，谢谢`, `见${linked(`${platform}/loans/1`)}，谢谢`],
    ['before a full stop', `See ${platform}/loans/1.`, `See ${linked(`${platform}/loans/1`)}.`],
    ['twice', `${platform}/a ${platform}/b`, `${linked(`${platform}/a`)} ${linked(`${platform}/b`)}`],
  ])('leads to the platform: %s', (_where, text, html) => {
    expect(withLinks(text, platform)).toBe(html);
  });

  it('keeps what belongs to an address', () => {
    expect(withLinks(`${platform}/acts/a?b=1&c=2#d`, platform)).toBe(
      linked(`${platform}/acts/a?b=1&amp;c=2#d`),
    );
  });

  it.each([
    ['another machine', 'https://elsewhere.example/loans/1'],
    ['another port', 'http://127.0.0.1:3001/loans/1'],
    ['a name that begins like ours', 'http://127.0.0.1:3000.elsewhere.example/'],
    ['ours as the name of a user', 'http://127.0.0.1:3000@elsewhere.example/'],
    ['a script', 'javascript:alert(1)'],
    ['no address at all', 'http://['],
  ])('does not lead to %s', (_what, url) => {
    expect(withLinks(url, platform)).not.toContain('<a');
  });

  it('is no markup', () => {
    expect(withLinks(`<b>${platform}/a"onclick="x</b>`, platform)).toBe(
      `&lt;b&gt;${linked(`${platform}/a`)}&quot;onclick=&quot;x&lt;/b&gt;`,
    );
  });
});
