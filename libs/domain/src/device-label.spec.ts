import { describe, expect, it } from '@jest/globals';
import { deviceLabel } from './device-label.js';

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';

describe('a device is called', () => {
  it.each([
    [
      'Chrome, Android',
      `Mozilla/5.0 (Linux; Android 14; Pixel 8) ${webKit} Chrome/130.0.0.0 Mobile Safari/537.36`,
    ],
    ['Chrome, iPhone', `${iPhone} CriOS/130.0.6723.90 Mobile/15E148 Safari/604.1`],
    ['Chrome, Windows', `${windows} ${webKit} Chrome/130.0.0.0 Safari/537.36`],
    ['Chrome, macOS', `${mac} ${webKit} Chrome/130.0.0.0 Safari/537.36`],
    ['Chrome, Linux', `Mozilla/5.0 (X11; Linux x86_64) ${webKit} Chrome/130.0.0.0 Safari/537.36`],
    [
      'Edge, Android',
      `Mozilla/5.0 (Linux; Android 14) ${webKit} Chrome/130.0.0.0 Mobile Safari/537.36 EdgA/130.0`,
    ],
    ['Edge, iPhone', `${iPhone} Version/18.0 EdgiOS/130.0 Mobile/15E148 Safari/604.1`],
    ['Edge, Windows', `${windows} ${webKit} Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0`],
    ['Edge, macOS', `${mac} ${webKit} Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0`],
    ['Firefox, Android', 'Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0'],
    ['Firefox, iPhone', `${iPhone} FxiOS/132.0 Mobile/15E148 Safari/605.1.15`],
    ['Firefox, Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0'],
    ['Firefox, Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0'],
    ['Safari, iPhone', `${iPhone} Version/18.1 Mobile/15E148 Safari/604.1`],
    [
      'Safari, iPad',
      'Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 Version/12.1 Safari/604.1',
    ],
    ['Safari, macOS', `${mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15`],
    [
      'WeChat, Android',
      `Mozilla/5.0 (Linux; Android 14) ${webKit} Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.50`,
    ],
    ['WeChat, iPhone', `${iPhone} Mobile/15E148 MicroMessenger/8.0.50 NetType/WIFI`],
    [
      'WeChat, Windows',
      `${windows} ${webKit} Chrome/116.0 Safari/537.36 MicroMessenger/7.0.20 WindowsWechat`,
    ],
    [
      'Huawei Browser, HarmonyOS',
      `Mozilla/5.0 (Phone; OpenHarmony 5.0) ${webKit} Chrome/114.0 Safari/537.36 ArkWeb/4.1 Mobile HuaweiBrowser/5.0`,
    ],
    [
      'Chrome, HarmonyOS',
      `Mozilla/5.0 (Linux; Android 10; HarmonyOS; NOH-AN00) ${webKit} Chrome/99.0 Mobile Safari/537.36`,
    ],
    ['Linux', 'SomeProgram/1.0 (X11; Linux x86_64)'],
    [null, 'SomeProgram/1.0'],
    [null, ''],
  ])('%s', (label, userAgent) => {
    expect(deviceLabel(userAgent)).toBe(label);
  });
});
