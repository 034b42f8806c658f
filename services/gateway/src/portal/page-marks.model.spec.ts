import { describe, expect, it } from '@jest/globals';
import { pageWithMarks } from './page-marks.model.js';

const page = '<html><head><title>a</title></head><body></body></html>';

describe('the marks of a page', () => {
  it('are none where the operator says nothing', () => {
    expect(pageWithMarks(page, {})).toBe(page);
  });

  it('stand in the head, each under its name', () => {
    const marked = pageWithMarks(page, {
      demo: 'true',
      icpNumber: '沪ICP备12345678号-1',
      policeNumber: '沪公网安备31010102000000号',
    });
    expect(marked).toBe(
      '<html><head><title>a</title>' +
        '<meta name="gongxiang-demo" content="true" />' +
        '<meta name="gongxiang-icp" content="沪ICP备12345678号-1" />' +
        '<meta name="gongxiang-police" content="沪公网安备31010102000000号" />' +
        '</head><body></body></html>',
    );
  });
});
