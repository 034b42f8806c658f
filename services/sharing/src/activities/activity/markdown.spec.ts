import { describe, expect, it } from '@jest/globals';
import { finite } from '@gongxiang/testing';
import { htmlOfMarkdown } from './markdown.js';
import { renderedMarkdown } from './rendered-markdown.js';

const link = (href: string, words: string): string =>
  `<a href="${href}" rel="noopener noreferrer nofollow" target="_blank">${words}</a>`;

describe('Markdown becomes', () => {
  it.each([
    ['a paragraph, in which a new line is one', '一行\n二行\n\n再来', '<p>一行<br />二行</p>\n<p>再来</p>'],
    [
      'headings below those of the page',
      '# 一\n## 二\n### 三\n###### 六',
      '<h3>一</h3>\n<h4>二</h4>\n<h5>三</h5>\n<h5>六</h5>',
    ],
    ['stress', '**重** *轻*', '<p><strong>重</strong> <em>轻</em></p>'],
    ['a list', '- 甲\n- 乙', '<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>'],
    ['a numbered list', '1. 甲', '<ol>\n<li>甲</li>\n</ol>'],
    ['a quotation', '> 引', '<blockquote>\n<p>引</p>\n</blockquote>'],
    ['code', '`a < b`', '<p><code>a &lt; b</code></p>'],
    ['a rule', '---', '<hr />'],
    ['a link', '[官网](https://a.example/x?y=1)', `<p>${link('https://a.example/x?y=1', '官网')}</p>`],
    ['an address of mail', '<a@b.example>', `<p>${link('mailto:a@b.example', 'a@b.example')}</p>`],
    ['a telephone number', '[打电话](tel:+8627)', `<p>${link('tel:+8627', '打电话')}</p>`],
    ['nothing', ' \n\n', ''],
  ])('%s', (_what, text, html) => {
    expect(htmlOfMarkdown(text)).toBe(html);
  });

  it('a table', () => {
    const html = htmlOfMarkdown('|甲|乙|\n|-|:-:|\n|1|2|').replace(/\n/g, '');
    expect(html).toBe(
      '<table><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    );
  });
});

const elements =
  /^<(?!\/?(?:p|h[345]|ul|ol|li|strong|em|a|blockquote|code|br|hr|table|thead|tbody|tr|th|td)\b)/i;
const attributes =
  / (?!href="(?:https?:\/\/|mailto:|tel:)|rel="noopener noreferrer nofollow"|target="_blank")[\w-]+=/i;

/** All tags of some HTML, to check that only allowed ones occur. */
function tagsOf(html: string): string[] {
  return html.match(/<[^>]*>/g) ?? [];
}

describe('what is meant to do harm', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<style>*{display:none}</style>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<math><mtext></mtext><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
    '<p style="position:fixed" class="x" id="y">x</p>',
    '<!-- --!><img src=x onerror=alert(1)>',
    '<form action=//evil.example><input name=a></form>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#x09;script:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](\u0001javascript:alert(1))',
    '[x](java\u200Bscript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
    '[x](vbscript:msgbox(1))',
    '[x](//evil.example)',
    '[x](/api/v1/me)',
    '[x](https:evil.example)',
    '[x](https://a.example" onmouseover="alert(1))',
    '[x](https://a.example "t\\" onclick=alert(1)")',
    '[x]: javascript:alert(1)\n\n[x]',
    '![x](https://a.example/p.png)',
    '![" onerror="alert(1)](x)',
    '<javascript:alert(1)>',
    '```"><script>alert(1)</script>\nx\n```',
    '`<script>`',
    '| <script> | x |\n|-|-|\n| <img src=x onerror=alert(1)> | y |',
    '> <b\n> onclick=alert(1)>x',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '- [ ] <input onfocus=alert(1) autofocus>',
  ])('%s leaves nothing but harmless elements', (text) => {
    const tags = tagsOf(htmlOfMarkdown(text));
    expect(tags.filter((tag) => elements.test(tag) || attributes.test(tag))).toEqual([]);
  });

  it('shows HTML of the writer’s own as it was typed', () => {
    expect(htmlOfMarkdown('<b>大家</b>好')).toBe('<p>&lt;b&gt;大家&lt;/b&gt;好</p>');
  });

  it('keeps the words of a link that leads nowhere good, and of a picture', () => {
    expect(htmlOfMarkdown('[领奖](javascript:alert(1)) ![合影](https://a.example/p.png)')).toBe(
      '<p>领奖 合影</p>',
    );
  });

  it('takes out what turns the direction of writing', () => {
    expect(htmlOfMarkdown('a\u202Egpj.exe\u2066b')).toBe('<p>agpj.exeb</p>');
  });
});

const charactersMax = 5_000;
const filled = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

describe('what is meant to take long', () => {
  it.each([
    '>',
    '- > ',
    '1. ',
    '* ',
    '*a ',
    '**',
    '_a',
    'a**b',
    '[',
    '![',
    '[a](',
    '[a](<',
    '[a]: ',
    '<',
    '<b ',
    '<!--',
    '&#',
    '`',
    '~',
    'a@',
    'www.',
    '|',
    '#',
    '(',
    '\\',
    '\n',
    ' \n',
    '- a\n  ',
    '> a\n',
    '[[a](b)',
    '``a`',
    '"',
    '&',
  ])('%j over and over comes to an end, and does not become much more', (unit) => {
    expect(htmlOfMarkdown(filled(unit, charactersMax)).length).toBeLessThanOrEqual(100_000);
    // Four times the permitted length: a fifth of a second at most, and hours if the parser backtracked.
    finite(() => htmlOfMarkdown(filled(unit, 4 * charactersMax)));
  });

  it.each([
    ['quotations within quotations', `${'> '.repeat(200)}x`],
    ['lists within lists', `${'- '.repeat(200)}x`],
    ['a table whose head is wide', `${'|a'.repeat(500)}\n${'|-'.repeat(500)}\n${'b\n'.repeat(1_400)}`],
    ['a table that is narrow and very long', `|a|b|c|d|e|f|\n|-|-|-|-|-|-|\n${'b\n'.repeat(2_400)}`],
  ])('%s are shown as they were typed', (_what, text) => {
    expect(tagsOf(htmlOfMarkdown(text)).filter((tag) => !/^<(?:\/?p|br \/)>$/.test(tag))).toEqual([]);
  });

  it('lists that go deeper line by line are rendered', () => {
    const text = Array.from({ length: 60 }, (_unused, depth) => `${'  '.repeat(depth)}- a`).join('\n');
    expect(htmlOfMarkdown(text)).toContain('<li>');
  });
});

it('renders the same words once, and forgets what was long unused', () => {
  const first = renderedMarkdown('**甲**');
  for (let number = 0; number < 1_000; number += 1) renderedMarkdown(`第 ${number} 个`);
  expect(renderedMarkdown('**甲**')).toBe(first);
});
