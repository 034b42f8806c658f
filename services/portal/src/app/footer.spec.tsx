import { afterEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Footer } from './footer.js';
import { pageTests } from './page.fixture.js';

const show = pageTests();

afterEach(() => {
  for (const meta of document.querySelectorAll('meta[name^="gongxiang-"]')) meta.remove();
});

function mark(name: string, content: string): void {
  const meta = document.createElement('meta');
  meta.name = `gongxiang-${name}`;
  meta.content = content;
  document.head.append(meta);
}

describe('the foot of a page', () => {
  it('shows no filing where the operator has named none', async () => {
    await show(<Footer />, { answers: {} });
    expect(screen.getAllByRole('link')).toHaveLength(1);
  });

  it('leads from each filing to where it is looked up', async () => {
    mark('icp', '沪ICP备12345678号-1');
    mark('police', '沪公网安备31010102000000号');
    await show(<Footer />, { answers: {} });
    expect(screen.getByRole('link', { name: '沪ICP备12345678号-1' }).getAttribute('href')).toBe(
      'https://beian.miit.gov.cn/',
    );
    expect(screen.getByRole('link', { name: '沪公网安备31010102000000号' }).getAttribute('href')).toBe(
      'https://beian.mps.gov.cn/#/query/webSearch?code=31010102000000',
    );
  });
});
