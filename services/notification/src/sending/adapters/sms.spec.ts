import { describe, expect, it } from '@jest/globals';
import { signedHeaders as aliyunHeaders } from './aliyun-sms.js';
import { noticeValue } from './sms.js';
import { signedHeaders as tencentHeaders } from './tencent-sms.js';

describe('a request is signed as its provider has published it', () => {
  it('Aliyun: the example of “V3 request structure and signature”', () => {
    const call = {
      host: 'ecs.cn-shanghai.aliyuncs.com',
      action: 'RunInstances',
      version: '2014-05-26',
      query: {
        RegionId: 'cn-shanghai',
        ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
      },
      nonce: '3156853299f313e23d1673dc12e1703d',
      at: new Date('2023-10-26T10:22:32Z'),
    };
    const keys = { keyId: 'YourAccessKeyId', keySecret: 'YourAccessKeySecret' };
    expect(aliyunHeaders(call, keys)['authorization']).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,' +
        'SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,' +
        'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    );
  });

  it('Tencent: the example of “Signature v3”, whose keys are asterisks', () => {
    const call = {
      host: 'cvm.tencentcloudapi.com',
      service: 'cvm',
      action: 'DescribeInstances',
      body: String.raw`{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}`,
      at: new Date(1_551_113_065_000),
    };
    const keys = { keyId: `AKID${'*'.repeat(32)}`, keySecret: '*'.repeat(32) };
    const { authorization } = tencentHeaders(call, keys);
    expect(authorization).toBe(
      `TC3-HMAC-SHA256 Credential=AKID${'*'.repeat(32)}/2019-02-25/cvm/tc3_request, ` +
        'SignedHeaders=content-type;host;x-tc-action, ' +
        'Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
    );
  });
});

describe('what stands in the gap of a template', () => {
  it.each([
    ['有人申请借用', null, 35, '有人申请借用'],
    ['有人申请借用', '投影仪', 35, '有人申请借用：投影仪'],
    ['有人申请借用', '会议室的投影仪和音响设备', 18, '有人申请借用：会议室的投影仪和音响…'],
    ['有人申请借用', '会议室的投影仪', 12, '有人申请借用：会议室的…'],
    ['您的报名已经确认', '羽毛球赛决赛', 12, '您的报名已经确认'],
    ['Somebody asks to borrow', null, 12, 'Somebody as…'],
  ])('%s, %s, %i characters at most', (heading, title, max, value) => {
    expect(noticeValue({ heading, title }, max)).toBe(value);
    expect([...value].length).toBeLessThanOrEqual(max);
  });
});
