export const texts = {
  poster: {
    title: '转给大家',
    hint: '没有登录的人也能打开这个链接，看到时间、地点和名额。',
    copy: '复制链接',
    copied: '已复制',
    copyByHand: '浏览器不让复制，请手动复制：{{url}}',
    qr: '活动页面的二维码',
    size: '纸张',
    paper: '{{size}} 纸',
    download: '下载海报',
    failed: '海报没有取到',
  },
};
